"""A chat export becomes a document a message, with what Telegram says of each."""

from __future__ import annotations

import json
from pathlib import Path

from secondsource.collect import Collected
from secondsource.records import Document
from tests.collect.samples import SENTENCE, as_bytes, chat, message
from tests.collect.test_text import collect


def documents(tmp_path: Path, raw: bytes) -> list[Document]:
    path = tmp_path / "result.json"
    path.write_bytes(raw)
    found = collect(path)
    assert all(isinstance(f, Collected) for f in found), found
    return [f.document for f in found if isinstance(f, Collected)]


def test_each_message_is_a_document_of_the_chat(tmp_path: Path) -> None:
    one, two = documents(tmp_path, as_bytes(chat([message(1, SENTENCE), message(2, "We did it.")])))
    assert (one.text, one.outlet, one.title, one.language) == (SENTENCE, "Hill Voice", None, "en")
    assert one.url == "https://t.me/c/1234567890/1"
    assert two.text == "We did it."
    assert dict(one.metadata)["message_id"] == "1"
    assert dict(one.metadata)["from_id"] == "channel1234567890"
    assert one.id != two.id


def test_the_day_is_that_of_utc_and_not_of_the_exporting_computer(tmp_path: Path) -> None:
    (one,) = documents(tmp_path, as_bytes(chat([message(1, SENTENCE)])))
    assert one.published is not None
    assert (one.published.edtf, one.published_from) == ("2021-05-26", "metadata")
    assert dict(one.metadata)["sent"] == "2021-05-26T23:30:00+00:00"


def test_without_a_time_in_utc_the_plain_day_is_taken(tmp_path: Path) -> None:
    plain = message(1, SENTENCE)
    del plain["date_unixtime"]
    (one,) = documents(tmp_path, as_bytes(chat([plain])))
    assert one.published is not None
    assert one.published.edtf == "2021-05-27"


def test_text_is_put_together_from_entities_or_from_the_older_mixed_list(tmp_path: Path) -> None:
    mixed = [
        "We struck ",
        {"type": "bold", "text": "the base"},
        " at ",
        {"type": "link", "text": "Orlo"},
        ".",
    ]
    entities = [
        {"type": "plain", "text": "We "},
        {"type": "text_link", "text": "did", "href": "https://a.example"},
    ]
    old = message(1, mixed)
    new = message(2, ["unused"], text_entities=entities)
    one, two = documents(tmp_path, as_bytes(chat([old, new])))
    assert (one.text, two.text) == ("We struck the base at Orlo.", "We did")
    assert ("link", "https://a.example") in two.metadata


def test_forwards_and_edits_are_told(tmp_path: Path) -> None:
    told = message(
        1, SENTENCE, forwarded_from="Orlo News", edited="2021-05-28T00:00:00", edited_unixtime="1622152800"
    )
    (one,) = documents(tmp_path, as_bytes(chat([told])))
    metadata = dict(one.metadata)
    assert metadata["forwarded_from"] == "Orlo News"
    assert metadata["edited"] == "2021-05-27T22:00:00+00:00"


def test_an_edited_message_is_another_document_and_an_unchanged_one_is_not(tmp_path: Path) -> None:
    first = documents(tmp_path, as_bytes(chat([message(1, "We did it."), message(2, "And more.")])))
    again = documents(tmp_path, as_bytes(chat([message(1, "We did not do it."), message(2, "And more.")])))
    assert first[0].id != again[0].id
    assert first[1].id == again[1].id


def test_service_notices_and_wordless_media_give_nothing(tmp_path: Path) -> None:
    notice = {"id": 1, "type": "service", "date_unixtime": "1622071800", "action": "pin_message", "text": ""}
    photo = message(2, "", photo="(File not included. Change data exporting settings to download.)")
    assert [
        d.text for d in documents(tmp_path, as_bytes(chat([notice, photo, message(3, "We did it.")])))
    ] == ["We did it."]


def test_the_export_of_a_whole_account_is_read_chat_by_chat(tmp_path: Path) -> None:
    export = {
        "about": "Here is the data you requested. Remember: Telegram is ad free.",
        "personal_information": {"filler": "x" * 9_000},
        "chats": {
            "about": "",
            "list": [chat([message(1, "One.")]), chat([message(1, "Two.")], name="Other")],
        },
        "left_chats": {"about": "", "list": [chat([message(1, "Three.")], name="Left")]},
    }
    found = documents(tmp_path, as_bytes(export))
    assert [(d.text, d.outlet) for d in found] == [
        ("One.", "Hill Voice"),
        ("Two.", "Other"),
        ("Three.", "Left"),
    ]


def test_control_characters_that_telegram_writes_wrongly_are_mended_in_the_text_alone(tmp_path: Path) -> None:
    raw = as_bytes(chat([message(1, "before§after C:\\xAB")])).replace("§".encode(), b"\\x1F")
    assert b"\\x1F" in raw
    (one,) = documents(tmp_path, raw)
    assert one.text == "before after C:\\xAB"


def test_a_private_chat_has_no_address(tmp_path: Path) -> None:
    (one,) = documents(tmp_path, as_bytes(chat([message(1, SENTENCE)], kind="personal_chat")))
    assert one.url is None


def test_a_json_record_that_speaks_of_messages_is_no_export(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": 'The "messages": [ were "type": "public"', "type": "note"}))
    (found,) = collect(path)
    assert isinstance(found, Collected)
    assert found.document.outlet is None
