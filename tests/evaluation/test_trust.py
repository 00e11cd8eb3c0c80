"""Which classes a model is not to be trusted with."""

from fer_desktop.evaluation.trust import Weakness, weaknesses


def row(n, recall, precision):
    return {"n": n, "recall": recall, "precision": precision, "f1": 0.0}


def test_a_class_is_weak_where_it_is_missed_or_wrong_more_often_than_not():
    found = weaknesses(
        {
            "anger": row(10, 0.5, 0.5),
            "contempt": row(0, 0.0, 0.0),
            "disgust": row(7, 0.4, 0.9),
            "fear": row(3, 0.9, 0.2),
            "sadness": row(4, 0.0, 0.0),
        }
    )
    assert list(found) == [
        Weakness("disgust", "recall", 0.4, 7),
        Weakness("fear", "precision", 0.2, 3),
        Weakness("sadness", "recall", 0.0, 4),
    ]
