using Jembatan.Core;

namespace Jembatan.Web.Words;

/// <summary>What a request hears that may not enter.</summary>
internal static class GateWords
{
    public static readonly Bilingual TokenTitle = new("Ruang kerja ini meminta token", "This workspace asks for its token");
    public static readonly Bilingual TokenText = new(
        "Buka alamat lengkap yang dicetak di terminal saat ruang kerja dijalankan, termasuk bagian ?token=. Token berganti setiap kali ruang kerja dijalankan.",
        "Open the whole address that the terminal printed when the workspace started, the part ?token= included. The token changes with every start.");

    public static readonly Bilingual HostTitle = new("Alamat ini tidak dikenal", "This address is not known here");
    public static readonly Bilingual HostText = new(
        "Ruang kerja hanya menjawab pada alamat yang dicetak di terminal. Salin alamat itu, lalu buka kembali.",
        "The workspace answers only at the address that the terminal printed. Copy that address and open it again.");

    public static readonly Bilingual OriginTitle = new("Permintaan datang dari halaman lain", "The request came from another page");
    public static readonly Bilingual OriginText = new(
        "Perubahan hanya diterima dari halaman ruang kerja ini sendiri. Kembali ke ruang kerja, lalu ulangi di sana.",
        "Changes are taken only from this workspace's own pages. Go back to the workspace and do it there.");

    public static readonly Bilingual FormTitle = new("Formulir ini sudah kedaluwarsa", "This form is out of date");
    public static readonly Bilingual FormText = new(
        "Muat ulang halaman, lalu kirim sekali lagi. Isian yang belum tersimpan masih ada di halaman sebelumnya.",
        "Load the page again and send it once more. What was not saved still stands on the page before this one.");
}
