"""How the corpus was made from what its writers wrote: assembled, labelled blind, merged, checked."""
