using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Zugang;

namespace Portal.Platform.Data;

// Identity's schema version 3, spelled out: by itself Identity takes the version from the services of a running program,
// so that a context made without them (design time, tools) would lack the passkeys.

internal sealed class PasskeyTable : IEntityTypeConfiguration<IdentityUserPasskey<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<int>> b)
    {
        b.ToTable("AspNetUserPasskeys");
        b.HasKey(p => p.CredentialId);
        b.Property(p => p.CredentialId).HasMaxLength(1024);
        b.OwnsOne(p => p.Data).ToJson();
        b.HasOne<Konto>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
    }
}

internal sealed class LoginTable : IEntityTypeConfiguration<IdentityUserLogin<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> b)
    {
        b.Property(l => l.LoginProvider).HasMaxLength(128);
        b.Property(l => l.ProviderKey).HasMaxLength(128);
    }
}

internal sealed class TokenTable : IEntityTypeConfiguration<IdentityUserToken<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> b)
    {
        b.Property(t => t.LoginProvider).HasMaxLength(128);
        b.Property(t => t.Name).HasMaxLength(128);
    }
}
