using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Mail;

namespace Portal.Platform.Data
{
    public abstract partial class PortalDb
    {
        /// <summary>The outbox. A mail is added in the same <c>SaveChanges</c> as its cause; sending is a job's business.</summary>
        public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();
    }
}

namespace Portal.Platform.Mail
{
    public enum MailState
    {
        Waiting,
        Sent,

        /// <summary>Given up after two days, or refused for good.</summary>
        Failed,

        /// <summary>Never left the portal: it is read on the page „Postausgang“ (demo).</summary>
        Kept,
    }

    /// <summary>A mail that must be sent: written with its cause, sent once, retried with growing pauses.</summary>
    public sealed class OutgoingMail
    {
        public long Id { get; private set; }

        /// <summary>Becomes the Message-ID, the same at every try.</summary>
        public required string Key { get; init; }

        public required string ToAddress { get; init; }
        public required string ToName { get; init; }
        public required string Subject { get; set; }
        public required string TextBody { get; set; }
        public required string HtmlBody { get; set; }

        /// <summary>Holds a secret link, or words for this person only: the bodies are emptied once it is sent.</summary>
        public bool Confidential { get; init; }

        /// <summary>The last mail to somebody who has left: nothing of it stays once it is sent, or given up.</summary>
        public bool ForgetOnceSent { get; set; }

        /// <summary>Whose name it carries besides the recipient's; null when nobody's.</summary>
        public int? NamesPersonId { get; init; }

        public DateTime CreatedAt { get; init; }
        public MailState State { get; set; }
        public int Attempts { get; set; }
        public DateTime DueAt { get; set; }

        /// <summary>While a node sends it, no other node takes it.</summary>
        public DateTime? LeasedUntil { get; set; }

        public DateTime? SentAt { get; set; }
        public string? LastError { get; set; }

        /// <summary>Due now, with all its tries before it.</summary>
        public void SendAgain(DateTime now)
        {
            if (State is not (MailState.Failed or MailState.Waiting)) throw new Grundbegriffe.RegelVerletzt("Diese Mail ist schon gesendet.");
            if (TextBody.Length == 0) throw new Grundbegriffe.RegelVerletzt("Der Inhalt dieser Mail war vertraulich und ist gelöscht. Lösen Sie sie dort neu aus, wo sie entstand, z. B. bei der Einladung.");
            State = MailState.Waiting;
            Attempts = 0;
            DueAt = now;
        }
    }

    internal sealed class OutgoingMailTable : IEntityTypeConfiguration<OutgoingMail>
    {
        public void Configure(EntityTypeBuilder<OutgoingMail> b)
        {
            b.ToTable("OutgoingMails");
            b.HasIndex(m => m.Key).IsUnique();
            b.HasIndex(m => new { m.State, m.DueAt });
            b.HasIndex(m => m.NamesPersonId);
            b.Property(m => m.ToAddress).HasMaxLength(254);
            b.Property(m => m.Subject).HasMaxLength(300);
        }
    }
}
