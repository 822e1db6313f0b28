namespace Jembatan.App.Agreement;

/// <summary>What an interval of agreement in a study varies.</summary>
public enum AgreementResampling
{
    /// <summary>Units, each with all its codes: how far the figure would move had other units of these sources been coded.</summary>
    Unit,

    /// <summary>Whole sources: how far it would move with other sources. The safer choice where units are shorter than sources, since units of one source hang together.</summary>
    Source,
}
