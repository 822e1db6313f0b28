using Jembatan.Core;
using Jembatan.Web.Frame;
using Microsoft.AspNetCore.Http;

namespace Jembatan.Web.Tests.Frame;

public sealed class LookTests
{
    private static readonly Look Indonesian = Of(Language.Indonesian);
    private static readonly Look English = Of(Language.English);

    [Fact]
    public void Numbers_are_written_as_each_language_writes_them_with_a_true_minus()
    {
        Assert.Equal("−0,25", Indonesian.Signed(-.25));
        Assert.Equal("+0.40", English.Signed(.4));
        Assert.Equal("0,00", Indonesian.Signed(-.001));
        Assert.Equal("1.516", Indonesian.Count(1516));
        Assert.Equal("1,516", English.Count(1516));
        Assert.Equal("57,80%", Indonesian.Percent(.578, 2));
        Assert.Equal("−0,47 sampai −0,03", Indonesian.Range(-.47, -.03));
        Assert.Equal("0,30–0,50", Indonesian.Range(.3, .5));
        Assert.Equal("0.30 to 0.50", English.Range(.3, .5));
        Assert.Equal("84,58", Indonesian.Plain(84.58));
    }

    [Theory]
    [InlineData("2025", "2025", "2025")]
    [InlineData("2025-08", "Agustus 2025", "August 2025")]
    [InlineData("2025-08-07", "7 Agustus 2025", "7 August 2025")]
    [InlineData("sekitar 2019", "sekitar 2019", "sekitar 2019")]
    [InlineData("2025-99", "2025-99", "2025-99")]
    [InlineData(null, "", "")]
    public void Printed_dates_become_words_and_what_is_no_date_stays(string? date, string id, string en)
    {
        Assert.Equal(id, Indonesian.Printed(date));
        Assert.Equal(en, English.Printed(date));
    }

    [Theory]
    [InlineData("en", Language.English)]
    [InlineData("id", Language.Indonesian)]
    [InlineData("xx", Language.Indonesian)]
    [InlineData(null, Language.Indonesian)]
    public void The_reader_chooses_the_language_else_the_study_does(string? cookie, Language language)
    {
        var context = new DefaultHttpContext();
        if (cookie is not null) context.Request.Headers.Cookie = $"{Look.LanguageCookie}={cookie}";
        Assert.Equal(language, new Look(context, null, Language.Indonesian, "Sari", TimeProvider.System).Language);
    }

    private static Look Of(Language language) => new(new DefaultHttpContext(), null, language, "Sari", TimeProvider.System);
}
