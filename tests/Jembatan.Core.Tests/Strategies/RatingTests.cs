using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.Core.Tests.Strategies;

public sealed class RatingTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static Result<Rating> Rate(RatingValue value, string rationale, params Id<Evidence>[] evidence) =>
        Rating.Of(Id<Criterion>.New(), Id<Strategy>.New(), Id<Coder>.New(), null, new(value, "perlu", "ada", rationale, evidence), 2, At);

    [Fact]
    public void A_number_without_evidence_is_refused_whatever_the_number()
    {
        for (var number = -2; number <= 2; number++)
        {
            Assert.Equal("rating/no-evidence", Rate(RatingValue.Of(number), "karena").Problem?.Code);
            Assert.Equal(number, Rate(RatingValue.Of(number), "", Id<Evidence>.New()).Value.Value.Number);
        }
    }

    [Fact]
    public void Not_applicable_and_insufficient_need_a_reason_and_no_evidence()
    {
        foreach (var value in new[] { RatingValue.NotApplicable, RatingValue.Insufficient })
        {
            Assert.Equal("rating/no-rationale", Rate(value, " ", Id<Evidence>.New()).Problem?.Code);
            Assert.Null(Rate(value, "belum ada yang melihat").Value.Value.Number);
        }
    }

    [Fact]
    public void A_rating_that_loses_evidence_is_open_until_it_is_answered_again()
    {
        var (kept, lost) = (Id<Evidence>.New(), Id<Evidence>.New());
        var rating = Rate(RatingValue.Of(1), "", kept, lost).Value;
        rating.Reopen(lost, "kutipan ditarik");
        Assert.Equal((RatingState.Reopened, "kutipan ditarik"), (rating.State, rating.ReopenedBecause));
        Assert.Equal([kept], rating.Evidence);
        Assert.True(rating.Answer(new(RatingValue.Of(0), "", "", "", [kept]), 3, At.AddDays(1)).IsOk);
        Assert.Equal((RatingState.Final, null, 3, 0), (rating.State, rating.ReopenedBecause, rating.CodebookVersion, rating.Value.Number!.Value));
    }

    [Fact]
    public void A_refused_answer_leaves_the_rating_as_it_was()
    {
        var evidence = Id<Evidence>.New();
        var rating = Rate(RatingValue.Of(-2), "dulu", evidence).Value;
        Assert.False(rating.Answer(new(RatingValue.Of(2), "baru", "baru", "baru", []), 9, At.AddDays(1)).IsOk);
        Assert.Equal((-2, "dulu", 2, At), (rating.Value.Number!.Value, rating.Rationale, rating.CodebookVersion, rating.At));
    }

    [Theory]
    [InlineData("-2", -2)]
    [InlineData(" −1 ", -1)]
    [InlineData("0", 0)]
    [InlineData("+2", 2)]
    public void Numbers_are_read_with_either_minus(string text, int number) => Assert.Equal(RatingValue.Of(number), RatingValue.Parse(text));

    [Fact]
    public void Words_are_read_in_any_case_and_written_as_the_contract_says()
    {
        Assert.Equal(RatingValue.NotApplicable, RatingValue.Parse("na"));
        Assert.Equal(RatingValue.Insufficient, RatingValue.Parse("Insufficient"));
        Assert.Equal(("NA", "INSUFFICIENT", "-2"), (RatingValue.NotApplicable.ToString(), RatingValue.Insufficient.ToString(), RatingValue.Of(-2).ToString()));
        foreach (var text in new[] { null, "", "3", "-3", "1.5", "dua", "NaN" }) Assert.Null(RatingValue.Parse(text));
    }

    [Fact]
    public void What_is_not_a_number_is_never_nought()
    {
        Assert.NotEqual(RatingValue.Of(0), RatingValue.NotApplicable);
        Assert.NotEqual(RatingValue.Of(0), RatingValue.Insufficient);
        Assert.NotEqual(RatingValue.NotApplicable, RatingValue.Insufficient);
        Assert.Throws<ArgumentOutOfRangeException>(() => RatingValue.Of(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => RatingValue.Of(-3));
    }
}
