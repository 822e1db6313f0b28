using Microsoft.Playwright;

namespace Jembatan.EndToEnd.Tests.Stage;

/// <summary>A hand on the mouse.</summary>
internal static class Pointer
{
    /// <summary>Drags over a line of the open transcript, from the beginning of some words to the end of others.</summary>
    public static async Task SelectAsync(IPage page, int line, string from, string to)
    {
        var points = await page.EvaluateAsync<double[]>(
            """
            ([line, from, to]) => {
              const text = document.querySelector(`#L${line} .tx`);
              text.scrollIntoView({ block: 'center' });
              const whole = text.textContent;
              const at = index => {
                const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
                let left = index;
                while (walker.nextNode()) { if (left <= walker.currentNode.data.length) return [walker.currentNode, left]; left -= walker.currentNode.data.length; }
              };
              const box = (start, end) => { const range = document.createRange(); range.setStart(...at(start)); range.setEnd(...at(end)); return range.getClientRects(); };
              const first = whole.indexOf(from), last = whole.indexOf(to) + to.length;
              const a = [...box(first, first + 1)].at(-1), b = box(last - 1, last)[0];
              return [a.left + 0.5, a.top + a.height / 2, b.right - 0.5, b.top + b.height / 2];
            }
            """,
            new object[] { line, from, to });
        await page.Mouse.MoveAsync((float)points[0], (float)points[1]);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((float)((points[0] + points[2]) / 2), (float)points[3], new() { Steps = 3 });
        await page.Mouse.MoveAsync((float)points[2], (float)points[3], new() { Steps = 3 });
        await page.Mouse.UpAsync();
    }
}
