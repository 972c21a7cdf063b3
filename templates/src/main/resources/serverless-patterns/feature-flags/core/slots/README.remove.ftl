
### Feature flags

Decide each flag, as in its life above, then delete `FeatureFlags`, `FlagDocument` and their lines in `[=Name]Stack`, `Flag`, `Flags`, `FlagMetrics`, `ValidateFlagsHandler`, `InvalidFlagsException`, `feature-flags.json`, `scripts/flags.sh`, the tests of these, and `powertools-parameters-appconfig` in `functions/pom.xml`. Run `scripts/flags.sh forget` before you deploy that.
