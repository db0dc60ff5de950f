"""Speed, measured: medians of runs, each beside a floor measured in the same run."""
