"""Many inputs: jobs, worker processes, the journal of a run, output in order, Dask."""
