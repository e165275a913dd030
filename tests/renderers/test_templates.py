from __future__ import annotations

import pytest

from crp_commission.errors import UsageError
from crp_commission.renderers import RenderOptions, formats, render
from sample import sample_report


@pytest.fixture
def draw(tmp_path):
    """Draw the sample with templates given as text by file name; the first one is the format asked for."""

    def drawn(**templates: str) -> str | bytes:
        for file, text in templates.items():
            (tmp_path / file.replace("_", ".")).write_text(text, encoding="utf-8")
        name = next(iter(templates)).partition("_")[0]
        return render(sample_report(), name, RenderOptions(templates=tmp_path))

    return drawn


def test_a_template_in_a_persons_folder_is_a_format(draw, tmp_path):
    assert draw(letter_txt_j2="{{ report.score.low }} {{ titles[report.weakest] }}\n") == "22.3 Dignity\n"
    assert formats(tmp_path)["letter"] == ".txt"


def test_a_template_may_include_its_neighbours_and_extend_the_shipped_ones(draw):
    assert draw(letter_txt_j2='{% include "foot.txt.j2" %}', foot_txt_j2="Yours") == "Yours"
    assert "Children's rights" in str(draw(memo_md_j2='{% include "markdown.md.j2" %}'))


def test_values_are_made_safe_for_the_format_of_the_template(draw):
    assert draw(page_html_j2="{{ '<b>' }}") == "&lt;b&gt;"
    assert draw(page_md_j2="{{ '<b>*' }}") == "&lt;b&gt;\\*"
    assert draw(page_txt_j2="{{ '\\x1b[1m' }}{{ none }}") == "␛[1m"


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("a\nb\n{{ report.scroe }}", "scroe", 3),
        ("a\n{% for x in %}", "letter.txt.j2", 2),
        ("{{ ''.__class__.__mro__ }}", "unsafe", 1),
        ("{{ cycler.__init__.__globals__.os.popen('id') }}", "unsafe", 1),
        ("\n{{ 1 / 0 }}", "division", 2),
        ('{% include "../../secret.txt" %}', "secret", 1),
        ("{{ report.weakest|nonsense }}", "nonsense", 1),
    ],
)
def test_a_wrong_template_is_named_with_its_line(draw, text, said, line):
    with pytest.raises(UsageError) as refused:
        draw(letter_txt_j2=text)
    assert said in refused.value.message
    assert "letter.txt.j2" in refused.value.message
    assert (refused.value.file, refused.value.line) == ("letter.txt.j2", line)


def test_a_template_that_writes_without_end_is_stopped(draw):
    with pytest.raises(UsageError, match="more than 10,000,000 characters"):
        draw(
            letter_txt_j2="{% for a in range(9999) %}{% for b in range(9999) %}{{ 'x' * 999 }}{% endfor %}{% endfor %}"
        )


def test_a_template_cannot_take_the_name_of_a_built_in_format(draw, tmp_path):
    (tmp_path / "json.json.j2").write_text("{}")
    with pytest.raises(UsageError, match="called json"):
        formats(tmp_path)


def test_a_folder_that_does_not_exist_is_said(tmp_path):
    with pytest.raises(UsageError, match="does not exist"):
        formats(tmp_path / "nowhere")


def test_other_files_in_the_folder_are_no_formats(tmp_path):
    for name in ("_part.txt.j2", "notes.txt", "bare.j2", ".hidden.j2"):
        (tmp_path / name).write_text("x")
    assert formats(tmp_path) == formats()
