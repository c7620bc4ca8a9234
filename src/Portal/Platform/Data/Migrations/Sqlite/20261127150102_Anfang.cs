using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Anfang : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Barrieremeldungen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Seite = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Beschreibung = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    EmailNormal = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    GemeldetAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ErledigtAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ErledigtVonId = table.Column<int>(type: "INTEGER", nullable: true),
                    Antwort = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Barrieremeldungen", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Buendelungen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Titel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Begruendung = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Zustand = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AngelegtAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EntschiedenAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Aufloesungsgrund = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    InPriorisierungSeit = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Antworten = table.Column<int>(type: "INTEGER", nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Buendelungen", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Einladungen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    EmailNormal = table.Column<string>(type: "TEXT", nullable: false),
                    Vorname = table.Column<string>(type: "TEXT", nullable: false),
                    Nachname = table.Column<string>(type: "TEXT", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    VonPersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    FachgruppeId = table.Column<int>(type: "INTEGER", nullable: true),
                    Mitgliedsrolle = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rollen = table.Column<string>(type: "TEXT", nullable: false),
                    ErstelltAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GueltigBis = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Abdruck = table.Column<string>(type: "TEXT", nullable: false),
                    AngenommenAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WiderrufenAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    GesendetAnzahl = table.Column<int>(type: "INTEGER", nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Einladungen", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Ereignisse",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Art = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Gegenstand = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Bezeichnung = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    BetrifftPersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    Zeitpunkt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Satz = table.Column<string>(type: "TEXT", nullable: false),
                    Grund = table.Column<string>(type: "TEXT", nullable: true),
                    Oeffentlich = table.Column<bool>(type: "INTEGER", nullable: false),
                    FachgruppeId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ereignisse", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Geschaeftsordnungen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Nummer = table.Column<int>(type: "INTEGER", nullable: false),
                    Inhalt = table.Column<string>(type: "TEXT", nullable: false),
                    AngelegtAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GiltAb = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GiltBis = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Grund = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Geschaeftsordnungen", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Handlungsfelder",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Beschreibung = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Fachausschuss = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reihenfolge = table.Column<int>(type: "INTEGER", nullable: false),
                    Stillgelegt = table.Column<bool>(type: "INTEGER", nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handlungsfelder", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KennungCounters",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KennungCounters", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Kommune",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Akzentfarbe = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Logo = table.Column<byte[]>(type: "BLOB", nullable: true),
                    LogoTyp = table.Column<string>(type: "TEXT", nullable: true),
                    Kontakt = table.Column<string>(type: "TEXT", nullable: false),
                    Einreichungsfrist = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kommune", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutgoingMails",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    ToAddress = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    ToName = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    TextBody = table.Column<string>(type: "TEXT", nullable: false),
                    HtmlBody = table.Column<string>(type: "TEXT", nullable: false),
                    Confidential = table.Column<bool>(type: "INTEGER", nullable: false),
                    ForgetOnceSent = table.Column<bool>(type: "INTEGER", nullable: false),
                    NamesPersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutgoingMails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Personen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Vorname = table.Column<string>(type: "TEXT", nullable: false),
                    Nachname = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    EmailNormal = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    NameNormal = table.Column<string>(type: "TEXT", nullable: false),
                    FruehereNamen = table.Column<string>(type: "TEXT", nullable: false),
                    FruehereAdressen = table.Column<string>(type: "TEXT", nullable: false),
                    Rollen = table.Column<string>(type: "TEXT", nullable: false),
                    Gesperrt = table.Column<bool>(type: "INTEGER", nullable: false),
                    AusgeschiedenAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ZuletztGelesen = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Personen", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Personenlisten",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Dateiname = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Inhalt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VonPersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    HochgeladenAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Bericht = table.Column<string>(type: "TEXT", nullable: false),
                    UebernommenAm = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Personenlisten", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Priorisierungsrunden",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Titel = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Von = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Bis = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Kriterien = table.Column<string>(type: "TEXT", nullable: false),
                    Durchgang = table.Column<int>(type: "INTEGER", nullable: false),
                    ErsteRundeId = table.Column<int>(type: "INTEGER", nullable: true),
                    AngelegtAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EroeffnetAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    GeschlossenAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Schlussgrund = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    VollzogenAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Grundlage = table.Column<string>(type: "TEXT", nullable: true),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Priorisierungsrunden", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Priorisierungsrunden_Priorisierungsrunden_ErsteRundeId",
                        column: x => x.ErsteRundeId,
                        principalTable: "Priorisierungsrunden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Seitentexte",
                columns: table => new
                {
                    Seite = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Titel = table.Column<string>(type: "TEXT", nullable: false),
                    Markdown = table.Column<string>(type: "TEXT", nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Seitentexte", x => x.Seite);
                });

            migrationBuilder.CreateTable(
                name: "Sitze",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Bank = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Bankname = table.Column<string>(type: "TEXT", nullable: false),
                    Nummer = table.Column<int>(type: "INTEGER", nullable: false),
                    Fraktion = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Von = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Bis = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Besetzungsstand = table.Column<int>(type: "INTEGER", nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sitze", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Sozialraeume",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Ebene = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    UebergeordnetId = table.Column<int>(type: "INTEGER", nullable: true),
                    Reihenfolge = table.Column<int>(type: "INTEGER", nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sozialraeume", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sozialraeume_Sozialraeume_UebergeordnetId",
                        column: x => x.UebergeordnetId,
                        principalTable: "Sozialraeume",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Vorschlagsformular",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Pflichtfelder = table.Column<string>(type: "TEXT", nullable: false),
                    Matrix = table.Column<string>(type: "TEXT", nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vorschlagsformular", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Fachgruppen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Weg = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HandlungsfeldId = table.Column<int>(type: "INTEGER", nullable: true),
                    Querschnittsthema = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Auftrag = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Turnus = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Zustand = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fachgruppen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Fachgruppen_Handlungsfelder_HandlungsfeldId",
                        column: x => x.HandlungsfeldId,
                        principalTable: "Handlungsfelder",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Konten",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    ZuletztAngemeldet = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Konten", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Konten_Personen_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Personen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Bewertungserinnerungen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RundeId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Tag = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bewertungserinnerungen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bewertungserinnerungen_Priorisierungsrunden_RundeId",
                        column: x => x.RundeId,
                        principalTable: "Priorisierungsrunden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Rundenergebnisse",
                columns: table => new
                {
                    RundeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Regelfassung = table.Column<int>(type: "INTEGER", nullable: false),
                    FestgestelltAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Uebersicht = table.Column<string>(type: "TEXT", nullable: false),
                    FachgruppenAb = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OeffentlichAb = table.Column<DateTime>(type: "TEXT", nullable: true),
                    BeschlossenAm = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rundenergebnisse", x => x.RundeId);
                    table.ForeignKey(
                        name: "FK_Rundenergebnisse_Priorisierungsrunden_RundeId",
                        column: x => x.RundeId,
                        principalTable: "Priorisierungsrunden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bewertungsboegen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RundeId = table.Column<int>(type: "INTEGER", nullable: false),
                    SitzId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sitz = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Bank = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Sitzname = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Fraktion = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    InhaberId = table.Column<int>(type: "INTEGER", nullable: true),
                    StellvertretungIds = table.Column<string>(type: "TEXT", nullable: false),
                    VertretungDurchId = table.Column<int>(type: "INTEGER", nullable: true),
                    VertretungSeit = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Vertretungsgrund = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AbgegebenAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AbgegebenVonId = table.Column<int>(type: "INTEGER", nullable: true),
                    Weg = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    GespeichertAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    VerschlossenAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bewertungsboegen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bewertungsboegen_Priorisierungsrunden_RundeId",
                        column: x => x.RundeId,
                        principalTable: "Priorisierungsrunden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bewertungsboegen_Sitze_SitzId",
                        column: x => x.SitzId,
                        principalTable: "Sitze",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sitzbesetzungen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SitzId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Stellung = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Von = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Bis = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EntsandtVon = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Endegrund = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    FestgehaltenAm = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sitzbesetzungen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sitzbesetzungen_Personen_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Personen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Sitzbesetzungen_Sitze_SitzId",
                        column: x => x.SitzId,
                        principalTable: "Sitze",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Beitrittsanfragen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FachgruppeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Vorname = table.Column<string>(type: "TEXT", nullable: false),
                    Nachname = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    EmailNormal = table.Column<string>(type: "TEXT", nullable: false),
                    Nachricht = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    GestelltAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EntschiedenAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EntschiedenVonId = table.Column<int>(type: "INTEGER", nullable: true),
                    Angenommen = table.Column<bool>(type: "INTEGER", nullable: true),
                    Ablehnungsgrund = table.Column<string>(type: "TEXT", nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Beitrittsanfragen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Beitrittsanfragen_Fachgruppen_FachgruppeId",
                        column: x => x.FachgruppeId,
                        principalTable: "Fachgruppen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Fachgruppenschritte",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FachgruppeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Zustand = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Am = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Grund = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    FestgehaltenAm = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fachgruppenschritte", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Fachgruppenschritte_Fachgruppen_FachgruppeId",
                        column: x => x.FachgruppeId,
                        principalTable: "Fachgruppen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Mitgliedschaften",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FachgruppeId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rolle = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Von = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Bis = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mitgliedschaften", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Mitgliedschaften_Fachgruppen_FachgruppeId",
                        column: x => x.FachgruppeId,
                        principalTable: "Fachgruppen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Mitgliedschaften_Personen_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Personen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Vorschlaege",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FachgruppeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Weg = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UrheberId = table.Column<int>(type: "INTEGER", nullable: false),
                    AngelegtAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GeaendertAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GeaendertVonId = table.Column<int>(type: "INTEGER", nullable: true),
                    FestgehaltenAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SeitFassungGeaendert = table.Column<bool>(type: "INTEGER", nullable: false),
                    Zustand = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StandSeit = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EingereichtAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    VeroeffentlichtAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Titel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kurzfassung = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    HandlungsfeldId = table.Column<int>(type: "INTEGER", nullable: true),
                    Art = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    KostenEinmalig = table.Column<long>(type: "INTEGER", nullable: true),
                    KostenLaufend = table.Column<long>(type: "INTEGER", nullable: true),
                    ZeitrahmenVon = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ZeitrahmenBis = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Fassungsnummer = table.Column<int>(type: "INTEGER", nullable: false),
                    Schreibmarke = table.Column<long>(type: "INTEGER", nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vorschlaege", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Vorschlaege_Fachgruppen_FachgruppeId",
                        column: x => x.FachgruppeId,
                        principalTable: "Fachgruppen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Vorschlaege_Handlungsfelder_HandlungsfeldId",
                        column: x => x.HandlungsfeldId,
                        principalTable: "Handlungsfelder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_Konten_UserId",
                        column: x => x.UserId,
                        principalTable: "Konten",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_Konten_UserId",
                        column: x => x.UserId,
                        principalTable: "Konten",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_Konten_UserId",
                        column: x => x.UserId,
                        principalTable: "Konten",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_Konten_UserId",
                        column: x => x.UserId,
                        principalTable: "Konten",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Zugangslinks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Zweck = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Abdruck = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    KontoId = table.Column<int>(type: "INTEGER", nullable: true),
                    Stempel = table.Column<string>(type: "TEXT", nullable: false),
                    NeueEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    ErstelltAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GueltigBis = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BenutztAm = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Zugangslinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Zugangslinks_Konten_KontoId",
                        column: x => x.KontoId,
                        principalTable: "Konten",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Papierboegen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BogenId = table.Column<int>(type: "INTEGER", nullable: false),
                    Antworten = table.Column<string>(type: "TEXT", nullable: false),
                    ErfasstVonId = table.Column<int>(type: "INTEGER", nullable: false),
                    ErfasstAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BestaetigtVonId = table.Column<int>(type: "INTEGER", nullable: true),
                    BestaetigtAm = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Papierboegen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Papierboegen_Bewertungsboegen_BogenId",
                        column: x => x.BogenId,
                        principalTable: "Bewertungsboegen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Ruhezeiten",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SitzbesetzungId = table.Column<int>(type: "INTEGER", nullable: false),
                    Von = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Bis = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Grund = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ruhezeiten", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ruhezeiten_Sitzbesetzungen_SitzbesetzungId",
                        column: x => x.SitzbesetzungId,
                        principalTable: "Sitzbesetzungen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Abstimmungen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Antrag = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Wortlaut = table.Column<string>(type: "TEXT", nullable: false),
                    Art = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Frist = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VorschlagId = table.Column<int>(type: "INTEGER", nullable: true),
                    RundeId = table.Column<int>(type: "INTEGER", nullable: true),
                    Zustand = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    GeschaeftsordnungId = table.Column<int>(type: "INTEGER", nullable: true),
                    EroeffnetAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    GeschlossenAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Ergebnis = table.Column<string>(type: "TEXT", nullable: true),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Abstimmungen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Abstimmungen_Geschaeftsordnungen_GeschaeftsordnungId",
                        column: x => x.GeschaeftsordnungId,
                        principalTable: "Geschaeftsordnungen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Abstimmungen_Priorisierungsrunden_RundeId",
                        column: x => x.RundeId,
                        principalTable: "Priorisierungsrunden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Abstimmungen_Vorschlaege_VorschlagId",
                        column: x => x.VorschlagId,
                        principalTable: "Vorschlaege",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Buendelungsteile",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BuendelungId = table.Column<int>(type: "INTEGER", nullable: false),
                    VorschlagId = table.Column<int>(type: "INTEGER", nullable: false),
                    Laeuft = table.Column<bool>(type: "INTEGER", nullable: false),
                    Zugestimmt = table.Column<bool>(type: "INTEGER", nullable: true),
                    Grund = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    EntschiedenVonId = table.Column<int>(type: "INTEGER", nullable: true),
                    EntschiedenAm = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Buendelungsteile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Buendelungsteile_Buendelungen_BuendelungId",
                        column: x => x.BuendelungId,
                        principalTable: "Buendelungen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Buendelungsteile_Vorschlaege_VorschlagId",
                        column: x => x.VorschlagId,
                        principalTable: "Vorschlaege",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Fassungen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    VorschlagId = table.Column<int>(type: "INTEGER", nullable: false),
                    Nummer = table.Column<int>(type: "INTEGER", nullable: false),
                    InhaltJson = table.Column<string>(type: "TEXT", nullable: false),
                    Anlass = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Notiz = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    FestgehaltenAm = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fassungen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Fassungen_Vorschlaege_VorschlagId",
                        column: x => x.VorschlagId,
                        principalTable: "Vorschlaege",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Feldinhalte",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    VorschlagId = table.Column<int>(type: "INTEGER", nullable: false),
                    Feld = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Wert = table.Column<string>(type: "TEXT", nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    GeaendertVonId = table.Column<int>(type: "INTEGER", nullable: true),
                    GeaendertAm = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Feldinhalte", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Feldinhalte_Vorschlaege_VorschlagId",
                        column: x => x.VorschlagId,
                        principalTable: "Vorschlaege",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Kommentare",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    VorschlagId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ort = table.Column<string>(type: "TEXT", nullable: false),
                    AntwortAufId = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    GeschriebenAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ErledigtAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ErledigtVonId = table.Column<int>(type: "INTEGER", nullable: true),
                    EntferntAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Kommentare", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Kommentare_Vorschlaege_VorschlagId",
                        column: x => x.VorschlagId,
                        principalTable: "Vorschlaege",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Matrixzeilen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    VorschlagId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", nullable: false),
                    Zielfeld = table.Column<string>(type: "TEXT", nullable: false),
                    Reihenfolge = table.Column<int>(type: "INTEGER", nullable: false),
                    Werte = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    GeaendertVonId = table.Column<int>(type: "INTEGER", nullable: true),
                    GeaendertAm = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Matrixzeilen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Matrixzeilen_Vorschlaege_VorschlagId",
                        column: x => x.VorschlagId,
                        principalTable: "Vorschlaege",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Rundenvorschlaege",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RundeId = table.Column<int>(type: "INTEGER", nullable: false),
                    VorschlagId = table.Column<int>(type: "INTEGER", nullable: false),
                    BuendelungId = table.Column<int>(type: "INTEGER", nullable: true),
                    Buendelungstitel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reihenfolge = table.Column<int>(type: "INTEGER", nullable: false),
                    Fassung = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rundenvorschlaege", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rundenvorschlaege_Buendelungen_BuendelungId",
                        column: x => x.BuendelungId,
                        principalTable: "Buendelungen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Rundenvorschlaege_Priorisierungsrunden_RundeId",
                        column: x => x.RundeId,
                        principalTable: "Priorisierungsrunden",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Rundenvorschlaege_Vorschlaege_VorschlagId",
                        column: x => x.VorschlagId,
                        principalTable: "Vorschlaege",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Vorschlagsraeume",
                columns: table => new
                {
                    SozialraumId = table.Column<int>(type: "INTEGER", nullable: false),
                    VorschlagId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vorschlagsraeume", x => new { x.SozialraumId, x.VorschlagId });
                    table.ForeignKey(
                        name: "FK_Vorschlagsraeume_Sozialraeume_SozialraumId",
                        column: x => x.SozialraumId,
                        principalTable: "Sozialraeume",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Vorschlagsraeume_Vorschlaege_VorschlagId",
                        column: x => x.VorschlagId,
                        principalTable: "Vorschlaege",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Papierabgaben",
                columns: table => new
                {
                    AbstimmungId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    JeSitz = table.Column<string>(type: "TEXT", nullable: false),
                    Ja = table.Column<int>(type: "INTEGER", nullable: false),
                    Nein = table.Column<int>(type: "INTEGER", nullable: false),
                    Enthaltungen = table.Column<int>(type: "INTEGER", nullable: false),
                    ErfasstVonId = table.Column<int>(type: "INTEGER", nullable: false),
                    ErfasstAm = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Papierabgaben", x => x.AbstimmungId);
                    table.ForeignKey(
                        name: "FK_Papierabgaben_Abstimmungen_AbstimmungId",
                        column: x => x.AbstimmungId,
                        principalTable: "Abstimmungen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Sondervoten",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AbstimmungId = table.Column<int>(type: "INTEGER", nullable: false),
                    VorschlagId = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    AngelegtAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LetzterTag = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ZurueckgezogenAm = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Unterschriften = table.Column<int>(type: "INTEGER", nullable: false),
                    Kennung = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sondervoten", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sondervoten_Abstimmungen_AbstimmungId",
                        column: x => x.AbstimmungId,
                        principalTable: "Abstimmungen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Sondervoten_Vorschlaege_VorschlagId",
                        column: x => x.VorschlagId,
                        principalTable: "Vorschlaege",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Stimmrechte",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AbstimmungId = table.Column<int>(type: "INTEGER", nullable: false),
                    SitzId = table.Column<int>(type: "INTEGER", nullable: false),
                    Bank = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sitzname = table.Column<string>(type: "TEXT", maxLength: 220, nullable: false),
                    InhaberPersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    MitgliedRuht = table.Column<bool>(type: "INTEGER", nullable: false),
                    HandelndePersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    Vertretungsgrund = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Anwesend = table.Column<bool>(type: "INTEGER", nullable: false),
                    Befangen = table.Column<bool>(type: "INTEGER", nullable: false),
                    Befangenheitsgrund = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    HatGestimmt = table.Column<bool>(type: "INTEGER", nullable: false),
                    Stimme = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    PapierWartet = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stimmrechte", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Stimmrechte_Abstimmungen_AbstimmungId",
                        column: x => x.AbstimmungId,
                        principalTable: "Abstimmungen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Stimmrechte_Personen_HandelndePersonId",
                        column: x => x.HandelndePersonId,
                        principalTable: "Personen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Stimmrechte_Personen_InhaberPersonId",
                        column: x => x.InhaberPersonId,
                        principalTable: "Personen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Stimmrechte_Sitze_SitzId",
                        column: x => x.SitzId,
                        principalTable: "Sitze",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Urnen",
                columns: table => new
                {
                    AbstimmungId = table.Column<int>(type: "INTEGER", nullable: false),
                    Inhalt = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Urnen", x => x.AbstimmungId);
                    table.ForeignKey(
                        name: "FK_Urnen_Abstimmungen_AbstimmungId",
                        column: x => x.AbstimmungId,
                        principalTable: "Abstimmungen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Erwaehnungen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KommentarId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    AngesprochenAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GelesenAm = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Erwaehnungen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Erwaehnungen_Kommentare_KommentarId",
                        column: x => x.KommentarId,
                        principalTable: "Kommentare",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Erwaehnungen_Personen_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Personen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Bewertungen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BogenId = table.Column<int>(type: "INTEGER", nullable: false),
                    RundenvorschlagId = table.Column<int>(type: "INTEGER", nullable: false),
                    Befangen = table.Column<bool>(type: "INTEGER", nullable: false),
                    Befangenheitsgrund = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Punkte = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Begruendungen = table.Column<string>(type: "TEXT", nullable: false),
                    Stand = table.Column<int>(type: "INTEGER", nullable: false),
                    GespeichertAm = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GespeichertVonId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bewertungen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bewertungen_Bewertungsboegen_BogenId",
                        column: x => x.BogenId,
                        principalTable: "Bewertungsboegen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Bewertungen_Rundenvorschlaege_RundenvorschlagId",
                        column: x => x.RundenvorschlagId,
                        principalTable: "Rundenvorschlaege",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bewertungsnotizen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RundenvorschlagId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    GeaendertAm = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bewertungsnotizen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bewertungsnotizen_Rundenvorschlaege_RundenvorschlagId",
                        column: x => x.RundenvorschlagId,
                        principalTable: "Rundenvorschlaege",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Ergebniszeilen",
                columns: table => new
                {
                    RundenvorschlagId = table.Column<int>(type: "INTEGER", nullable: false),
                    RundeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Folge = table.Column<int>(type: "INTEGER", nullable: false),
                    Werte = table.Column<string>(type: "TEXT", nullable: false),
                    Raenge = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ergebniszeilen", x => x.RundenvorschlagId);
                    table.ForeignKey(
                        name: "FK_Ergebniszeilen_Rundenergebnisse_RundeId",
                        column: x => x.RundeId,
                        principalTable: "Rundenergebnisse",
                        principalColumn: "RundeId",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Ergebniszeilen_Rundenvorschlaege_RundenvorschlagId",
                        column: x => x.RundenvorschlagId,
                        principalTable: "Rundenvorschlaege",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Rundenteile",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RundenvorschlagId = table.Column<int>(type: "INTEGER", nullable: false),
                    VorschlagId = table.Column<int>(type: "INTEGER", nullable: false),
                    Fassung = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rundenteile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rundenteile_Rundenvorschlaege_RundenvorschlagId",
                        column: x => x.RundenvorschlagId,
                        principalTable: "Rundenvorschlaege",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Rundenteile_Vorschlaege_VorschlagId",
                        column: x => x.VorschlagId,
                        principalTable: "Vorschlaege",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Mitzeichnungen",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SondervotumId = table.Column<int>(type: "INTEGER", nullable: false),
                    StimmrechtId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Am = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mitzeichnungen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Mitzeichnungen_Personen_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Personen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mitzeichnungen_Sondervoten_SondervotumId",
                        column: x => x.SondervotumId,
                        principalTable: "Sondervoten",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Mitzeichnungen_Stimmrechte_StimmrechtId",
                        column: x => x.StimmrechtId,
                        principalTable: "Stimmrechte",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Abstimmungen_GeschaeftsordnungId",
                table: "Abstimmungen",
                column: "GeschaeftsordnungId");

            migrationBuilder.CreateIndex(
                name: "IX_Abstimmungen_Kennung",
                table: "Abstimmungen",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Abstimmungen_RundeId",
                table: "Abstimmungen",
                column: "RundeId");

            migrationBuilder.CreateIndex(
                name: "IX_Abstimmungen_VorschlagId",
                table: "Abstimmungen",
                column: "VorschlagId");

            migrationBuilder.CreateIndex(
                name: "IX_Abstimmungen_Zustand_Id",
                table: "Abstimmungen",
                columns: new[] { "Zustand", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Barrieremeldungen_EmailNormal",
                table: "Barrieremeldungen",
                column: "EmailNormal");

            migrationBuilder.CreateIndex(
                name: "IX_Barrieremeldungen_ErledigtAm_GemeldetAm",
                table: "Barrieremeldungen",
                columns: new[] { "ErledigtAm", "GemeldetAm" });

            migrationBuilder.CreateIndex(
                name: "IX_Barrieremeldungen_Kennung",
                table: "Barrieremeldungen",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Beitrittsanfragen_FachgruppeId_EntschiedenAm",
                table: "Beitrittsanfragen",
                columns: new[] { "FachgruppeId", "EntschiedenAm" });

            migrationBuilder.CreateIndex(
                name: "IX_Beitrittsanfragen_Kennung",
                table: "Beitrittsanfragen",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Beitrittsanfragen_Offen",
                table: "Beitrittsanfragen",
                columns: new[] { "FachgruppeId", "EmailNormal" },
                unique: true,
                filter: "\"EntschiedenAm\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Bewertungen_BogenId_RundenvorschlagId",
                table: "Bewertungen",
                columns: new[] { "BogenId", "RundenvorschlagId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bewertungen_RundenvorschlagId",
                table: "Bewertungen",
                column: "RundenvorschlagId");

            migrationBuilder.CreateIndex(
                name: "IX_Bewertungsboegen_Kennung",
                table: "Bewertungsboegen",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bewertungsboegen_RundeId_SitzId",
                table: "Bewertungsboegen",
                columns: new[] { "RundeId", "SitzId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bewertungsboegen_SitzId",
                table: "Bewertungsboegen",
                column: "SitzId");

            migrationBuilder.CreateIndex(
                name: "IX_Bewertungserinnerungen_RundeId_PersonId_Tag",
                table: "Bewertungserinnerungen",
                columns: new[] { "RundeId", "PersonId", "Tag" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bewertungsnotizen_RundenvorschlagId_PersonId",
                table: "Bewertungsnotizen",
                columns: new[] { "RundenvorschlagId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Buendelungen_Kennung",
                table: "Buendelungen",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "EinVorschlagEineLaufendeBuendelung",
                table: "Buendelungsteile",
                column: "VorschlagId",
                unique: true,
                filter: "\"Laeuft\"");

            migrationBuilder.CreateIndex(
                name: "IX_Buendelungsteile_BuendelungId_VorschlagId",
                table: "Buendelungsteile",
                columns: new[] { "BuendelungId", "VorschlagId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Einladungen_Abdruck",
                table: "Einladungen",
                column: "Abdruck",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Einladungen_EmailNormal",
                table: "Einladungen",
                column: "EmailNormal");

            migrationBuilder.CreateIndex(
                name: "IX_Einladungen_FachgruppeId_Id",
                table: "Einladungen",
                columns: new[] { "FachgruppeId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Einladungen_Kennung",
                table: "Einladungen",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Ereignisse_BetrifftPersonId",
                table: "Ereignisse",
                column: "BetrifftPersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Ereignisse_FachgruppeId_Zeitpunkt",
                table: "Ereignisse",
                columns: new[] { "FachgruppeId", "Zeitpunkt" });

            migrationBuilder.CreateIndex(
                name: "IX_Ereignisse_Gegenstand_Kennung_Id",
                table: "Ereignisse",
                columns: new[] { "Gegenstand", "Kennung", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Ereignisse_PersonId_Id",
                table: "Ereignisse",
                columns: new[] { "PersonId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Ereignisse_Zeitpunkt",
                table: "Ereignisse",
                column: "Zeitpunkt");

            migrationBuilder.CreateIndex(
                name: "IX_Ergebniszeilen_RundeId_Folge",
                table: "Ergebniszeilen",
                columns: new[] { "RundeId", "Folge" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Erwaehnungen_KommentarId_PersonId",
                table: "Erwaehnungen",
                columns: new[] { "KommentarId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Erwaehnungen_PersonId_GelesenAm",
                table: "Erwaehnungen",
                columns: new[] { "PersonId", "GelesenAm" });

            migrationBuilder.CreateIndex(
                name: "IX_Fachgruppen_HandlungsfeldId",
                table: "Fachgruppen",
                column: "HandlungsfeldId");

            migrationBuilder.CreateIndex(
                name: "IX_Fachgruppen_Kennung",
                table: "Fachgruppen",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Fachgruppenschritte_FachgruppeId",
                table: "Fachgruppenschritte",
                column: "FachgruppeId");

            migrationBuilder.CreateIndex(
                name: "IX_Fassungen_VorschlagId_Nummer",
                table: "Fassungen",
                columns: new[] { "VorschlagId", "Nummer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Feldinhalte_VorschlagId_Feld",
                table: "Feldinhalte",
                columns: new[] { "VorschlagId", "Feld" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Geschaeftsordnungen_GiltAb",
                table: "Geschaeftsordnungen",
                column: "GiltAb",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Geschaeftsordnungen_Kennung",
                table: "Geschaeftsordnungen",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Handlungsfelder_Kennung",
                table: "Handlungsfelder",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Kommentare_Kennung",
                table: "Kommentare",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Kommentare_VorschlagId",
                table: "Kommentare",
                column: "VorschlagId");

            migrationBuilder.CreateIndex(
                name: "IX_Kommune_Kennung",
                table: "Kommune",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Konten",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Konten_PersonId",
                table: "Konten",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Konten",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Matrixzeilen_VorschlagId_Kennung",
                table: "Matrixzeilen",
                columns: new[] { "VorschlagId", "Kennung" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mitgliedschaften_Aktuell",
                table: "Mitgliedschaften",
                columns: new[] { "FachgruppeId", "PersonId" },
                unique: true,
                filter: "\"Bis\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Mitgliedschaften_PersonId_Bis",
                table: "Mitgliedschaften",
                columns: new[] { "PersonId", "Bis" });

            migrationBuilder.CreateIndex(
                name: "IX_Mitzeichnungen_PersonId",
                table: "Mitzeichnungen",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Mitzeichnungen_SondervotumId_StimmrechtId",
                table: "Mitzeichnungen",
                columns: new[] { "SondervotumId", "StimmrechtId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mitzeichnungen_StimmrechtId",
                table: "Mitzeichnungen",
                column: "StimmrechtId");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_Key",
                table: "OutgoingMails",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_NamesPersonId",
                table: "OutgoingMails",
                column: "NamesPersonId");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_State_DueAt",
                table: "OutgoingMails",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Papierboegen_BogenId",
                table: "Papierboegen",
                column: "BogenId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Personen_EmailNormal",
                table: "Personen",
                column: "EmailNormal",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Personen_Kennung",
                table: "Personen",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Personen_NameNormal_Id",
                table: "Personen",
                columns: new[] { "NameNormal", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Personenlisten_Kennung",
                table: "Personenlisten",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Priorisierungsrunden_Bis",
                table: "Priorisierungsrunden",
                column: "Bis");

            migrationBuilder.CreateIndex(
                name: "IX_Priorisierungsrunden_ErsteRundeId",
                table: "Priorisierungsrunden",
                column: "ErsteRundeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Priorisierungsrunden_Kennung",
                table: "Priorisierungsrunden",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Ruhezeiten_SitzbesetzungId",
                table: "Ruhezeiten",
                column: "SitzbesetzungId");

            migrationBuilder.CreateIndex(
                name: "IX_Rundenteile_RundenvorschlagId_VorschlagId",
                table: "Rundenteile",
                columns: new[] { "RundenvorschlagId", "VorschlagId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rundenteile_VorschlagId",
                table: "Rundenteile",
                column: "VorschlagId");

            migrationBuilder.CreateIndex(
                name: "IX_Rundenvorschlaege_BuendelungId",
                table: "Rundenvorschlaege",
                column: "BuendelungId");

            migrationBuilder.CreateIndex(
                name: "IX_Rundenvorschlaege_RundeId_VorschlagId",
                table: "Rundenvorschlaege",
                columns: new[] { "RundeId", "VorschlagId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rundenvorschlaege_VorschlagId",
                table: "Rundenvorschlaege",
                column: "VorschlagId");

            migrationBuilder.CreateIndex(
                name: "EinePersonEinSitz",
                table: "Sitzbesetzungen",
                column: "PersonId",
                unique: true,
                filter: "\"Bis\" IS NULL AND \"Stellung\" = 'Inhaber'");

            migrationBuilder.CreateIndex(
                name: "EinSitzEineInhaberin",
                table: "Sitzbesetzungen",
                column: "SitzId",
                unique: true,
                filter: "\"Bis\" IS NULL AND \"Stellung\" = 'Inhaber'");

            migrationBuilder.CreateIndex(
                name: "IX_Sitzbesetzungen_Kennung",
                table: "Sitzbesetzungen",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sitzbesetzungen_PersonId_Von",
                table: "Sitzbesetzungen",
                columns: new[] { "PersonId", "Von" });

            migrationBuilder.CreateIndex(
                name: "IX_Sitzbesetzungen_SitzId",
                table: "Sitzbesetzungen",
                column: "SitzId");

            migrationBuilder.CreateIndex(
                name: "IX_Sitze_Kennung",
                table: "Sitze",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sondervoten_AbstimmungId",
                table: "Sondervoten",
                column: "AbstimmungId");

            migrationBuilder.CreateIndex(
                name: "IX_Sondervoten_Kennung",
                table: "Sondervoten",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sondervoten_LetzterTag",
                table: "Sondervoten",
                column: "LetzterTag");

            migrationBuilder.CreateIndex(
                name: "IX_Sondervoten_VorschlagId",
                table: "Sondervoten",
                column: "VorschlagId");

            migrationBuilder.CreateIndex(
                name: "IX_Sozialraeume_Kennung",
                table: "Sozialraeume",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sozialraeume_UebergeordnetId",
                table: "Sozialraeume",
                column: "UebergeordnetId");

            migrationBuilder.CreateIndex(
                name: "IX_Stimmrechte_AbstimmungId_HandelndePersonId",
                table: "Stimmrechte",
                columns: new[] { "AbstimmungId", "HandelndePersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Stimmrechte_AbstimmungId_SitzId",
                table: "Stimmrechte",
                columns: new[] { "AbstimmungId", "SitzId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Stimmrechte_HandelndePersonId",
                table: "Stimmrechte",
                column: "HandelndePersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Stimmrechte_InhaberPersonId",
                table: "Stimmrechte",
                column: "InhaberPersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Stimmrechte_SitzId",
                table: "Stimmrechte",
                column: "SitzId");

            migrationBuilder.CreateIndex(
                name: "IX_Vorschlaege_FachgruppeId_Zustand",
                table: "Vorschlaege",
                columns: new[] { "FachgruppeId", "Zustand" });

            migrationBuilder.CreateIndex(
                name: "IX_Vorschlaege_HandlungsfeldId",
                table: "Vorschlaege",
                column: "HandlungsfeldId");

            migrationBuilder.CreateIndex(
                name: "IX_Vorschlaege_Kennung",
                table: "Vorschlaege",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Vorschlaege_VeroeffentlichtAm",
                table: "Vorschlaege",
                column: "VeroeffentlichtAm");

            migrationBuilder.CreateIndex(
                name: "IX_Vorschlaege_Zustand_EingereichtAm",
                table: "Vorschlaege",
                columns: new[] { "Zustand", "EingereichtAm" });

            migrationBuilder.CreateIndex(
                name: "IX_Vorschlagsformular_Kennung",
                table: "Vorschlagsformular",
                column: "Kennung",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Vorschlagsraeume_VorschlagId",
                table: "Vorschlagsraeume",
                column: "VorschlagId");

            migrationBuilder.CreateIndex(
                name: "IX_Zugangslinks_Abdruck",
                table: "Zugangslinks",
                column: "Abdruck",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Zugangslinks_KontoId",
                table: "Zugangslinks",
                column: "KontoId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "Barrieremeldungen");

            migrationBuilder.DropTable(
                name: "Beitrittsanfragen");

            migrationBuilder.DropTable(
                name: "Bewertungen");

            migrationBuilder.DropTable(
                name: "Bewertungserinnerungen");

            migrationBuilder.DropTable(
                name: "Bewertungsnotizen");

            migrationBuilder.DropTable(
                name: "Buendelungsteile");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "Einladungen");

            migrationBuilder.DropTable(
                name: "Ereignisse");

            migrationBuilder.DropTable(
                name: "Ergebniszeilen");

            migrationBuilder.DropTable(
                name: "Erwaehnungen");

            migrationBuilder.DropTable(
                name: "Fachgruppenschritte");

            migrationBuilder.DropTable(
                name: "Fassungen");

            migrationBuilder.DropTable(
                name: "Feldinhalte");

            migrationBuilder.DropTable(
                name: "KennungCounters");

            migrationBuilder.DropTable(
                name: "Kommune");

            migrationBuilder.DropTable(
                name: "Matrixzeilen");

            migrationBuilder.DropTable(
                name: "Mitgliedschaften");

            migrationBuilder.DropTable(
                name: "Mitzeichnungen");

            migrationBuilder.DropTable(
                name: "OutgoingMails");

            migrationBuilder.DropTable(
                name: "Papierabgaben");

            migrationBuilder.DropTable(
                name: "Papierboegen");

            migrationBuilder.DropTable(
                name: "Personenlisten");

            migrationBuilder.DropTable(
                name: "Ruhezeiten");

            migrationBuilder.DropTable(
                name: "Rundenteile");

            migrationBuilder.DropTable(
                name: "Seitentexte");

            migrationBuilder.DropTable(
                name: "Urnen");

            migrationBuilder.DropTable(
                name: "Vorschlagsformular");

            migrationBuilder.DropTable(
                name: "Vorschlagsraeume");

            migrationBuilder.DropTable(
                name: "Zugangslinks");

            migrationBuilder.DropTable(
                name: "Rundenergebnisse");

            migrationBuilder.DropTable(
                name: "Kommentare");

            migrationBuilder.DropTable(
                name: "Sondervoten");

            migrationBuilder.DropTable(
                name: "Stimmrechte");

            migrationBuilder.DropTable(
                name: "Bewertungsboegen");

            migrationBuilder.DropTable(
                name: "Sitzbesetzungen");

            migrationBuilder.DropTable(
                name: "Rundenvorschlaege");

            migrationBuilder.DropTable(
                name: "Sozialraeume");

            migrationBuilder.DropTable(
                name: "Konten");

            migrationBuilder.DropTable(
                name: "Abstimmungen");

            migrationBuilder.DropTable(
                name: "Sitze");

            migrationBuilder.DropTable(
                name: "Buendelungen");

            migrationBuilder.DropTable(
                name: "Personen");

            migrationBuilder.DropTable(
                name: "Geschaeftsordnungen");

            migrationBuilder.DropTable(
                name: "Priorisierungsrunden");

            migrationBuilder.DropTable(
                name: "Vorschlaege");

            migrationBuilder.DropTable(
                name: "Fachgruppen");

            migrationBuilder.DropTable(
                name: "Handlungsfelder");
        }
    }
}
