using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Platform.Web.TagHelpers;

/// <summary>
/// One form field as KERN draws it: label, hint, error, control, tied together for screen readers.
/// <c>&lt;kern-feld for="Email" typ="email" hinweis="…" /&gt;</c>; <c>typ</c>: text (default), email, password, date, number, search, tel, absatz, auswahl, haken.
/// The label comes from <c>[Display(Name = …)]</c>, or from <c>wort</c> where one form serves several pages; a field that is not <c>[Required]</c> is marked „freiwillig“.
/// </summary>
[HtmlTargetElement("kern-feld", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    [HtmlAttributeName("typ")]
    public string Type { get; set; } = "text";

    /// <summary>What the label says on this page instead.</summary>
    [HtmlAttributeName("wort")]
    public string? Word { get; set; }

    [HtmlAttributeName("hinweis")]
    public string? Hint { get; set; }

    /// <summary>Rows of an <c>absatz</c>.</summary>
    [HtmlAttributeName("zeilen")]
    public int Rows { get; set; } = 4;

    /// <summary>Choices of an <c>auswahl</c>.</summary>
    [HtmlAttributeName("wahl")]
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Whether the word „freiwillig“ is left out.</summary>
    [HtmlAttributeName("pflicht")]
    public bool? IsRequired { get; set; }

    [HtmlAttributeName("autocomplete")]
    public string? Autocomplete { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, generator.IdAttributeDotReplacement);
        var errors = ViewContext.ModelState.TryGetValue(name, out var entry) ? entry.Errors.Select(e => e.ErrorMessage).Where(m => m.Length > 0).ToList() : [];
        var describedBy = string.Join(' ', new[] { Hint is null ? null : id + "-hinweis", errors.Count == 0 ? null : id + "-fehler" }.Where(s => s is not null));
        var attributes = new Dictionary<string, object?>();
        if (describedBy.Length > 0) attributes["aria-describedby"] = describedBy;
        if (errors.Count > 0) attributes["aria-invalid"] = "true";
        if (Autocomplete is not null) attributes["autocomplete"] = Autocomplete;
        foreach (var extra in output.Attributes) attributes[extra.Name] = extra.Value?.ToString();
        output.Attributes.Clear();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "kern-form-input" + (errors.Count > 0 ? " kern-form-input--error" : ""));
        if (Type == "haken")
        {
            attributes["class"] = "kern-form-check__checkbox" + (errors.Count > 0 ? " kern-form-check__checkbox--error" : "");
            var check = new TagBuilder("div");
            check.AddCssClass("kern-form-check");
            check.InnerHtml.AppendHtml(generator.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, For.Model as bool?, attributes));
            check.InnerHtml.AppendHtml(Label(id));
            output.Content.AppendHtml(check);
            AppendNotes(output.Content, id, errors);
            return;
        }
        output.Content.AppendHtml(Label(id));
        AppendNotes(output.Content, id, errors);
        output.Content.AppendHtml(Control(attributes, errors.Count > 0));
    }

    private TagBuilder Label(string id)
    {
        var label = new TagBuilder("label");
        label.AddCssClass("kern-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Word ?? For.Metadata.GetDisplayName());
        if (Type != "haken" && !(IsRequired ?? For.Metadata.IsRequired))
            label.InnerHtml.AppendHtml(" <span class=\"kern-label__optional\">– freiwillig</span>");
        return label;
    }

    private void AppendNotes(TagHelperContent content, string id, List<string> errors)
    {
        if (Hint is not null)
        {
            var hint = new TagBuilder("div");
            hint.AddCssClass("kern-hint");
            hint.Attributes["id"] = id + "-hinweis";
            hint.InnerHtml.Append(Hint);
            content.AppendHtml(hint);
        }
        if (errors.Count == 0) return;
        var error = new TagBuilder("p");
        error.AddCssClass("kern-error");
        error.Attributes["id"] = id + "-fehler";
        error.InnerHtml.AppendHtml("<span class=\"kern-icon kern-icon--danger\" aria-hidden=\"true\"></span>");
        var text = new TagBuilder("span");
        text.AddCssClass("kern-body");
        text.InnerHtml.Append(string.Join(' ', errors));
        error.InnerHtml.AppendHtml(text);
        content.AppendHtml(error);
    }

    private TagBuilder Control(Dictionary<string, object?> attributes, bool hasError)
    {
        attributes["class"] = "kern-form-input__input" + (hasError ? " kern-form-input__input--error" : "");
        switch (Type)
        {
            case "absatz":
                return generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows, 60, attributes);
            case "auswahl":
                attributes["class"] = "kern-form-input__select" + (hasError ? " kern-form-input__select--error" : "");
                var wrapper = new TagBuilder("div");
                wrapper.AddCssClass("kern-form-input__select-wrapper");
                wrapper.InnerHtml.AppendHtml(generator.GenerateSelect(ViewContext, For.ModelExplorer, null, For.Name, Items ?? [], false, attributes));
                return wrapper;
            case "password":
                // Whoever keeps a form must know what to leave out (see KeptForm).
                if (For.Metadata.DataTypeName != nameof(System.ComponentModel.DataAnnotations.DataType.Password)) throw new InvalidOperationException($"{For.Metadata.ContainerType?.Name}.{For.Name} needs [DataType(DataType.Password)].");
                return generator.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, null, attributes);
            default:
                attributes["type"] = Type;
                var value = For.Model is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : For.Model;
                return generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, value, null, attributes);
        }
    }
}
