using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Grundbegriffe;

namespace Portal.Platform.Web;

/// <summary>One place where what was typed differs from what somebody else has stored meanwhile.</summary>
/// <param name="Name">Name of the field, as in the form.</param>
/// <param name="Label">What the field is called on the page.</param>
public sealed record Difference(string Name, string Label, object? Typed, object? Stored);

/// <summary>Somebody else stored the same form first: the form is shown again as it was typed, with both versions of what differs side by side.</summary>
public sealed record Overtaken(IReadOnlyList<Difference> Differences)
{
    public const string Key = "Ueberholt";

    private const string Version = "Version";
    private static readonly ConcurrentDictionary<Type, MethodInfo?> s_words = [];

    /// <summary>Compares the form with the one that is stored, and lets it continue from the stored version: saving again overwrites knowingly.</summary>
    public static Overtaken Between(object typed, object stored, IModelMetadataProvider shapes, ModelStateDictionary state)
    {
        var shape = shapes.GetMetadataForType(typed.GetType());
        var (mine, theirs) = (new List<Entry>(), new List<Entry>());
        Collect(shapes, shape, typed, "", "", mine);
        Collect(shapes, shape, stored, "", "", theirs);
        var differences = mine.Concat(theirs).Select(e => e.Name).Distinct(StringComparer.Ordinal)
            .Select(name => (Mine: mine.Find(e => e.Name == name), Theirs: theirs.Find(e => e.Name == name)))
            .Where(pair => Raw(pair.Mine?.Value) != Raw(pair.Theirs?.Value))
            .Select(pair => new Difference((pair.Mine ?? pair.Theirs)!.Name, (pair.Mine ?? pair.Theirs)!.Label, pair.Mine?.Value, pair.Theirs?.Value)).ToList();
        Continue(typed, stored, state);
        return new(differences);
    }

    /// <summary>A value as people read it; what a select box offers is called as it is called there.</summary>
    public static string Words(object? value, ViewDataDictionary page) => value switch
    {
        null or "" => "(leer)",
        bool yes => yes ? "ja" : "nein",
        DateOnly day => Ortszeit.Lang(day),
        Enum one => s_words.GetOrAdd(one.GetType(), WordsOf)?.Invoke(null, [one]) as string ?? one.ToString(),
        string text => page.Values.OfType<IEnumerable<SelectListItem>>().SelectMany(items => items).FirstOrDefault(item => item.Value == text)?.Text ?? text,
        IEnumerable many => many.Cast<object>().Select(one => Words(one, page)).ToList() is { Count: > 0 } words ? string.Join(", ", words) : "(leer)",
        IFormattable number => number.ToString(null, Ortszeit.Deutsch),
        _ => value.ToString() ?? "",
    };

    /// <summary>Both versions in words; of long texts only the lines in which they differ, with one more around: the whole stands in the form.</summary>
    public static IEnumerable<(string Side, string Words)> SideBySide(Difference difference, ViewDataDictionary page)
    {
        var (mine, theirs) = (Words(difference.Typed, page), Words(difference.Stored, page));
        if (mine.Length + theirs.Length > 600) (mine, theirs) = Differing(mine.ReplaceLineEndings("\n").Split('\n'), theirs.ReplaceLineEndings("\n").Split('\n'));
        return [("Ihre Eingabe", mine), ("Jetzt gespeichert", theirs)];
    }

    private static (string Mine, string Theirs) Differing(string[] mine, string[] theirs)
    {
        var shorter = Math.Min(mine.Length, theirs.Length);
        var first = 0;
        while (first < shorter && mine[first] == theirs[first]) first++;
        var last = 0;
        while (last < shorter - first && mine[^(last + 1)] == theirs[^(last + 1)]) last++;
        (first, last) = (Math.Max(0, first - 1), Math.Max(0, last - 1));
        return (Part(mine), Part(theirs));

        string Part(string[] lines) => (first > 0 ? "…\n" : "") + string.Join('\n', lines[first..^last]) + (last > 0 ? "\n…" : "");
    }

    private sealed record Entry(string Name, string Label, object? Value);

    private static void Collect(IModelMetadataProvider shapes, ModelMetadata shape, object? value, string name, string label, List<Entry> entries)
    {
        if (value is IDictionary dictionary)
        {
            foreach (DictionaryEntry entry in dictionary) Collect(shapes, shapes.GetMetadataForType(entry.Value!.GetType()), entry.Value, $"{name}[{entry.Key}]", $"{label} {entry.Key}", entries);
        }
        else if (shape is { IsEnumerableType: true, ElementMetadata: { IsComplexType: true } element })
        {
            var number = 0;
            foreach (var one in (IEnumerable?)value ?? Array.Empty<object>()) Collect(shapes, element, one, $"{name}[{number}]", $"{label} {++number}", entries);
        }
        else if (shape.IsComplexType && !shape.IsEnumerableType && value is not null)
        {
            foreach (var property in shape.Properties.Where(p => p is { PropertySetter: not null, PropertyGetter: not null, DataTypeName: not "Password" } && p.PropertyName != Version))
                Collect(shapes, property, property.PropertyGetter!(value), name.Length == 0 ? property.PropertyName! : $"{name}.{property.PropertyName}", $"{label} {property.GetDisplayName()}", entries);
        }
        else
        {
            entries.Add(new(name, label.Trim(), value));
        }
    }

    /// <summary>For comparing: neither line ends nor blanks around a text, nor whether it is empty or missing, make a difference.</summary>
    private static string Raw(object? value) => value switch
    {
        null or false => "",
        string text => text.ReplaceLineEndings("\n").Trim(),
        IEnumerable<string> ordered => string.Join('\n', ordered.Select(Raw)),
        IEnumerable ticked => string.Join('\n', ticked.Cast<object>().Select(Raw).Order(StringComparer.Ordinal)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static void Continue(object typed, object stored, ModelStateDictionary state)
    {
        var version = typed.GetType().GetProperty(Version);
        version?.SetValue(typed, version.GetValue(stored));
        foreach (var key in state.Keys.Where(k => k.Split('.')[^1] == Version).ToList()) state.Remove(key);
    }

    /// <summary>What people see has its words in a method <c>Anzeige</c> beside it.</summary>
    private static MethodInfo? WordsOf(Type type) => type.Assembly.GetExportedTypes().Where(t => t is { IsAbstract: true, IsSealed: true })
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .FirstOrDefault(m => m.Name == "Anzeige" && m.GetParameters() is [var only] && only.ParameterType == type);
}
