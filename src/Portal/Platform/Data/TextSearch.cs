using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Platform.Data;

/// <summary>
/// One way to search in texts, the same on both databases: SQLite's own lower() and LIKE know no umlauts, PostgreSQL's LIKE minds the case.
/// Where a column for searching exists (<c>NameNormal</c>), that is faster.
/// </summary>
public static class TextSearch
{
    private static readonly MethodInfo s_matches = typeof(Regex).GetMethod(nameof(Regex.IsMatch), [typeof(string), typeof(string)])!;

    extension<T>(IQueryable<T> rows)
    {
        /// <summary>The words, as they stand there, occur in one of the texts, whatever their case; no words, no condition.</summary>
        public IQueryable<T> WithText(string? words, params IReadOnlyList<Expression<Func<T, string>>> texts)
        {
            if (string.IsNullOrWhiteSpace(words)) return rows;
            Expression<Func<string>> pattern = Parameter(Pattern(words.Trim()));
            var row = Expression.Parameter(typeof(T), "row");
            var found = texts.Select(text => (Expression)Expression.Call(s_matches, new Replace(text.Parameters[0], row).Visit(text.Body), pattern.Body)).Aggregate(Expression.OrElse);
            return rows.Where(Expression.Lambda<Func<T, bool>>(found, row));
        }
    }

    /// <summary>Each letter in both cases; everything else stands for itself. .NET and PostgreSQL read it alike.</summary>
    private static string Pattern(string words)
    {
        var pattern = new StringBuilder(words.Length * 4);
        foreach (var c in words)
        {
            var (lower, upper) = (char.ToLowerInvariant(c), char.ToUpperInvariant(c));
            if (lower != upper) pattern.Append('[').Append(lower).Append(upper).Append(']');
            else if (char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c != '_' && !char.IsWhiteSpace(c)) pattern.Append('\\').Append(c);
            else pattern.Append(c);
        }
        return pattern.ToString();
    }

    /// <summary>A captured variable: the database gets a parameter, and keeps its plan.</summary>
    private static Expression<Func<string>> Parameter(string pattern) => () => pattern;

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
