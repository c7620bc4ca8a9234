namespace Portal.Benchmarks.Bare;

/// <summary>Which rows the portal's pages show, so that the baseline reads the same ones – by their keys, which is the fastest way.</summary>
/// <param name="Bodies">What the raw endpoint writes: the very bytes of the portal's page, by name.</param>
public sealed record Plan(int[] ListIds, int[] OwnListIds, int PublicProposalId, string PublicProposal, int OwnProposalId, string OwnProposal, int[] OwnGroups, int[] StartIds, int[] StartGroups,
    int[] OwnDrafts, Dictionary<string, string> Bodies);
