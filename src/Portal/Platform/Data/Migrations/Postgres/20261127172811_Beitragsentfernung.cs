using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Beitragsentfernung : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "EntferntVonId",
                table: "Kommentare",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Entfernungsgrund",
                table: "Kommentare",
                type: "text",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "EntferntVonId",
                table: "Kommentare");

            migrationBuilder.DropColumn(
                name: "Entfernungsgrund",
                table: "Kommentare");
        }
    }
}
