using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Platform.Xlsx;

/// <summary>One cell: a text, a number, or a formula with the value it has now.</summary>
/// <param name="Formula">English function names, without the equals sign; empty for none.</param>
/// <param name="Decimals">Shows two decimals.</param>
public sealed record SheetCell(string? Text = null, decimal? Number = null, string Formula = "", bool Decimals = false)
{
    public static implicit operator SheetCell(string? text) => new(text);

    public static implicit operator SheetCell(int number) => new(Number: number);

    /// <summary>Empty when there is no number.</summary>
    public static SheetCell Of(decimal? number) => new(Number: number, Decimals: true);

    /// <param name="value">What the formula gives; programs that don't calculate show it.</param>
    public static SheetCell Calculated(string formula, decimal? value, bool decimals = true) => new(Number: value, Formula: formula, Decimals: decimals);
}

/// <param name="Name">At most 31 characters.</param>
/// <param name="Widths">Of the columns, in characters.</param>
/// <param name="Rows">The first one is the heading and stays in sight.</param>
public sealed record Sheet(string Name, IReadOnlyList<double> Widths, IEnumerable<IReadOnlyList<SheetCell>> Rows);

/// <summary>Writes Excel workbooks (Office Open XML). Texts are never taken for formulas.</summary>
public static class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint Plain = 0, Heading = 1, TwoDecimals = 2;

    public static byte[] Write(IEnumerable<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var list = new Sheets();
            foreach (var (index, sheet) in sheets.Index())
            {
                var part = book.AddNewPart<WorksheetPart>();
                Write(part, sheet);
                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)index + 1, Name = sheet.Name });
            }
            // Whoever opens it calculates anew, so that formulas and values can't disagree.
            book.Workbook = new(list, new CalculationProperties { FullCalculationOnLoad = true });
        }
        return stream.ToArray();
    }

    private static void Write(WorksheetPart part, Sheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Widths.Index().Select(w => new Column { Min = (uint)w.Index + 1, Max = (uint)w.Index + 1, Width = w.Item, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        foreach (var (row, cells) in sheet.Rows.Index())
        {
            writer.WriteStartElement(new Row { RowIndex = (uint)row + 1 });
            foreach (var (column, cell) in cells.Index())
                if (ToXml(cell, Address(column, row), row == 0) is { } xml) writer.WriteElement(xml);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <param name="column">Counts from 0.</param>
    /// <param name="row">Counts from 0.</param>
    public static string Address(int column, int row) => Letters(column) + (row + 1).ToString(CultureInfo.InvariantCulture);

    private static Cell? ToXml(SheetCell cell, string address, bool heading)
    {
        if (cell.Text is { } text)
            return new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = address, DataType = CellValues.InlineString, StyleIndex = heading ? Heading : Plain };
        if (cell.Number is null && cell.Formula.Length == 0) return null;
        var xml = new Cell { CellReference = address, StyleIndex = cell.Decimals ? TwoDecimals : Plain };
        if (cell.Formula.Length > 0) xml.CellFormula = new(cell.Formula);
        if (cell.Number is { } number) xml.CellValue = new(number.ToString(CultureInfo.InvariantCulture));
        else (xml.DataType, xml.CellValue) = (CellValues.String, new(""));
        return xml;
    }

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true, Alignment = new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }, ApplyAlignment = true },
            new CellFormat { NumberFormatId = 2, ApplyNumberFormat = true }));
}
