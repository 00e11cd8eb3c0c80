"""Every network has a recipe whose parts exist."""

import pytest

from fer_desktop.evaluation.datasets import SPLITS
from model.augment import AUGMENTATIONS
from model.networks import NETWORKS
from model.recipes import RECIPES


def test_every_network_has_a_recipe():
    assert set(RECIPES) == set(NETWORKS)


@pytest.mark.parametrize("name", sorted(RECIPES))
def test_a_recipe_names_what_there_is(name):
    recipe = RECIPES[name]
    assert recipe.network == name
    assert recipe.augment in AUGMENTATIONS
    assert all(split in SPLITS[layout] for layout, split in recipe.splits.items())
    assert set(recipe.splits) == set(SPLITS)
