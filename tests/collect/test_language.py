"""Languages are told where there is enough to tell, and never against the script."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.collect.language import language_of
from tests.collect.samples import SENTENCE, as_bytes, chat, message
from tests.collect.test_telegram import documents


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (SENTENCE, "en"),
        (SENTENCE.upper(), "en"),
        (SENTENCE.lower(), "en"),
        ("أعلنت الجماعة مسؤوليتها عن الهجوم على القاعدة العسكرية يوم الأحد.", "ar"),
        ("گروه مسئولیت حمله را بر عهده گرفت و گفت که ادامه می‌دهد.", "fa"),
        ("ہم نے حملے کی ذمہ داری قبول کی ہے اور مزید حملے کریں گے۔", "ur"),
        ("Мы взяли на себя ответственность за нападение на базу.", "ru"),
        ("La brigade a revendiqué l'attaque contre le pont dimanche soir.", "fr"),
        ("La brigada reivindicó el ataque contra el puente el domingo.", "es"),
        ("", None),
        ("12:30, 45 %", None),
        ("BAGHDAD", None),
        ("https://orlopost.example/militants-attacked-a-post-near-the-town", None),
    ],
)
def test_the_language_is_told_or_left_open(words: str, language: str | None) -> None:
    assert language_of(words) == language


def test_a_message_too_short_to_tell_is_in_the_language_of_its_chat_and_marked_so(tmp_path: Path) -> None:
    long = [message(n, f"{SENTENCE} {n}") for n in range(6)]
    short = [message(7, "We did it."), message(8, "نحن"), message(9, "!!!")]
    found = documents(tmp_path, as_bytes(chat(long + short)))
    assert [d.language for d in found[6:]] == ["en", None, None]
    assert ("language_from", "neighbours") in found[6].metadata
    assert [d.language for d in documents(tmp_path, as_bytes(chat(short)))] == [None, None, None]
