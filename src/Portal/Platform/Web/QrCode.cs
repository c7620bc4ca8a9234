using QRCoder;

namespace Portal.Platform.Web;

/// <summary>Draws QR codes that need no request of their own.</summary>
public static class QrCode
{
    /// <returns>A PNG as data address, so that its content gets no address and into no cache.</returns>
    public static string AsDataUrl(string content)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var image = new PngByteQRCode(data);
        return "data:image/png;base64," + Convert.ToBase64String(image.GetGraphic(6, drawQuietZones: true));
    }
}
