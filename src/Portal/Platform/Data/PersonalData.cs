using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Platform.Mail;
using Portal.Zugang;

namespace Portal.Platform.Data;

/// <param name="Name">Name of the table.</param>
/// <param name="Rows">Column names with values.</param>
public sealed record PersonalTable(string Name, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows);

/// <summary>
/// Finds everything the database holds about a person by the names of columns, so that a later feature joins by itself:
/// <c>PersonId</c> says whose row it is; <c>…VonId</c> and <c>…PersonId</c> say who did something to a row that may belong to somebody
/// else, of which only number and times are given.
/// </summary>
public sealed class PersonalData(PortalDb db)
{
    private static readonly HashSet<string> s_secret =
    [
        nameof(Konto.PasswordHash), nameof(Konto.SecurityStamp), nameof(Konto.ConcurrencyStamp), nameof(Einladung.Abdruck), nameof(Zugangslink.Stempel),
        nameof(IdentityUserToken<int>.Value), nameof(OutgoingMail.TextBody), nameof(OutgoingMail.HtmlBody),
    ];

    private static readonly MethodInfo s_rows = typeof(PersonalData).GetMethod(nameof(RowsAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    public async Task<IReadOnlyList<PersonalTable>> CollectAsync(Konto account, CancellationToken cancel = default)
    {
        var tables = new List<PersonalTable>();
        foreach (var type in db.Model.GetEntityTypes().Where(t => !t.IsOwned()).OrderBy(t => t.GetTableName(), StringComparer.Ordinal))
        {
            var rows = new List<IReadOnlyDictionary<string, object?>>();
            foreach (var property in type.GetProperties())
                if (Value(type, property, account) is { } value)
                    rows.AddRange(await (Task<List<Dictionary<string, object?>>>)s_rows.MakeGenericMethod(type.ClrType).Invoke(this, [property, value, IsOwn(type, property), cancel])!);
            if (rows.Count > 0) tables.Add(new(type.GetTableName() ?? type.ClrType.Name, rows));
        }
        return tables;
    }

    /// <summary>The tables that can hold something about a person.</summary>
    public IReadOnlyList<string> Tables()
    {
        var anybody = new Konto { Person = new("", "", "") };
        return [.. db.Model.GetEntityTypes().Where(t => !t.IsOwned() && t.GetProperties().Any(p => Value(t, p, anybody) is not null)).Select(t => t.GetTableName() ?? t.ClrType.Name).Distinct().Order(StringComparer.Ordinal)];
    }

    private static object? Value(IEntityType type, IProperty property, Konto account) => property.Name switch
    {
        "Id" when type.ClrType == typeof(Person) => account.PersonId,
        "UserId" or nameof(Zugangslink.KontoId) => account.Id,
        nameof(OutgoingMail.ToAddress) => account.Person.Email,
        nameof(Person.EmailNormal) when type.ClrType != typeof(Person) => account.Person.EmailNormal,
        { } name when IsInteger(property) && (name.EndsWith("PersonId", StringComparison.Ordinal) || name.EndsWith("VonId", StringComparison.Ordinal)) => account.PersonId,
        _ => null,
    };

    private static bool IsOwn(IEntityType type, IProperty property) => property.Name is "PersonId" or nameof(Grundbegriffe.Ereignis.BetrifftPersonId) or "UserId" or "KontoId" or "ToAddress" or "EmailNormal" || type.ClrType == typeof(Person);

    private static bool IsInteger(IProperty property) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(int);

    private async Task<List<Dictionary<string, object?>>> RowsAsync<T>(IProperty property, object value, bool own, CancellationToken cancel) where T : class
    {
        var row = Expression.Parameter(typeof(T));
        var column = Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], row, Expression.Constant(property.Name));
        var isTheirs = Expression.Lambda<Func<T, bool>>(Expression.Equal(column, Expression.Constant(value, property.ClrType)), row);
        var found = await db.Set<T>().AsNoTracking().IgnoreAutoIncludes().Where(isTheirs).ToListAsync(cancel);
        return [.. found.Select(entity => Row(entity, own))];
    }

    private Dictionary<string, object?> Row(object entity, bool own)
    {
        var entry = db.Entry(entity);
        var columns = entry.Properties.Where(p => own ? !s_secret.Contains(p.Metadata.Name) && p.Metadata.ClrType != typeof(byte[]) : IsHarmless(p.Metadata));
        return columns.ToDictionary(p => p.Metadata.Name, p => p.CurrentValue);
    }

    private static bool IsHarmless(IProperty property) =>
        property.Name is "Id" or "Kennung" || (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is var type && (type == typeof(DateTime) || type == typeof(DateOnly));
}
