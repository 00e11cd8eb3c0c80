"""What is kept of the opened pictures: all results, and as many pictures as there is room for."""

from pathlib import Path

from fer_desktop.live.picture_store import PictureStore
from fer_desktop.live.pictures import PictureResult
from tests.fakes import picture

A, B, C = (Path(name) for name in "abc")
BYTES = picture().nbytes


def result(path, error=""):
    image = None if error else picture()
    return PictureResult(path, image, (64, 48), (), error, thumbnail=b"jpeg", seconds=2.0)


def test_a_result_is_given_back_with_its_picture():
    store = PictureStore(10 * BYTES)
    assert store.get(A) is None
    assert store.get(None) is None
    store.put(result(A))
    assert store.get(A).image.shape == (48, 64, 3)


def test_a_first_result_comes_back_without_picture_and_a_second_not_at_all():
    store = PictureStore(10 * BYTES)
    new = store.put(result(A))
    assert (new.path, new.image, new.thumbnail, new.seconds) == (A, None, b"", 2.0)
    assert store.put(result(A)) is None
    assert len(store) == 1


def test_the_pictures_used_longest_ago_are_put_out_and_their_results_stay():
    store = PictureStore(2 * BYTES)
    store.put(result(A))
    store.put(result(B))
    store.get(A)
    store.put(result(C))
    assert [store.get(path).image is not None for path in (A, B, C)] == [True, False, True]
    store.put(result(B))  # read again
    assert [store.get(path).image is not None for path in (A, B, C)] == [False, True, True]


def test_the_same_picture_again_takes_no_more_room():
    store = PictureStore(2 * BYTES)
    store.put(result(A))
    for _ in range(5):
        store.put(result(B))
    assert store.get(A).image is not None


def test_one_picture_is_kept_in_any_case():
    store = PictureStore(1)
    store.put(result(A))
    assert store.get(A).image is not None


def test_failures_are_counted_once():
    store = PictureStore(10 * BYTES)
    store.put(result(A, "a: broken."))
    store.put(result(A, "a: broken."))
    store.put(result(B))
    assert store.n_failed == 1
    assert [kept.path for kept in store] == [A, B]


def test_all_can_be_forgotten():
    store = PictureStore(BYTES)
    store.put(result(A, "a: broken."))
    store.put(result(B))
    store.clear()
    assert (len(store), store.n_failed, store.get(B)) == (0, 0, None)
    store.put(result(C))
    assert store.get(C).image is not None
