using Microsoft.Playwright;

namespace ComplaintBot.Web.Tests.Driving;

/// <summary>Photos to send.</summary>
internal static class Pictures
{
    /// <summary>A red square of eight pixels.</summary>
    public static FilePayload Small { get; } = new()
    {
        Name = "soup.png",
        MimeType = "image/png",
        Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mM4YaOBFTEMLQkAdntLAWbUZrkAAAAASUVORK5CYII="),
    };

    /// <summary>Script that makes a photo of noise, too large for one upload, and drops it on the chat; answers with its size in bytes.</summary>
    public const string DropLarge = """
        async (chat) => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2400 });
          const ground = canvas.getContext('2d');
          const pixels = ground.createImageData(canvas.width, canvas.height);
          for (let i = 0, seed = 7; i < pixels.data.length; i++) {
            seed = (seed * 1103515245 + 12345) % 2147483648;
            pixels.data[i] = i % 4 === 3 ? 255 : (seed >> 16) & 255;
          }
          ground.putImageData(pixels, 0, 0);
          const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.95));
          const dropped = new DataTransfer();
          dropped.items.add(new File([blob], 'table.jpg', { type: 'image/jpeg' }));
          const panel = chat.shadowRoot.querySelector('.panel');
          for (const type of ['dragover', 'drop']) panel.dispatchEvent(new DragEvent(type, { dataTransfer: dropped, bubbles: true, cancelable: true }));
          return blob.size;
        }
        """;
}
