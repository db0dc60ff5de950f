"""How the corpus was made of what its writers wrote: assembled, labelled, merged, checked."""
