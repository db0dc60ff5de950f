import pytest

from afterus.content import Content, Other, RenderError, languages, load


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "principles").mkdir()
    return tmp_path


def test_english_is_there_and_read_once():
    assert languages() == ("en",)
    assert load("en") is load("en")


@pytest.mark.parametrize("language", ["xx", "../en", ""])
def test_a_language_that_is_not_there_is_named(language):
    with pytest.raises(KeyError, match="language"):
        load(language)


def test_a_key_is_the_file_and_the_path_in_it(folder):
    (folder / "pages.toml").write_text('[today]\ntitle = "Hello {name}"\nsteps = ["one", "two"]\n')
    content = Content(folder)
    assert content.say("pages.today.title", Other("Sam")) == "Hello Sam"
    assert content.say_list("pages.today.steps") == ("one", "two")
    assert content.keys() == ("pages.today.title", "pages.today.steps.0", "pages.today.steps.1")
    assert content.has("pages.today.title")
    assert not content.has("pages.today")


def test_a_missing_key_is_named(folder):
    content = Content(folder)
    for say in (content.say, content.say_list, content.principle):
        with pytest.raises(KeyError, match="no_such_thing"):
            say("no_such_thing")


def test_an_unknown_placeholder_names_the_key(folder):
    (folder / "cli.toml").write_text('hello = "Hello {nobody}"\n')
    with pytest.raises(RenderError, match=r"cli\.hello: unknown placeholder \{nobody\}"):
        Content(folder).say("cli.hello")


def test_words_can_be_said_while_other_files_are_missing(folder):
    (folder / "pages.toml").write_text('title = "Here"\n')
    assert Content(folder).say("pages.title") == "Here"


@pytest.mark.parametrize("broken", ["title = ", "title = 3"])
def test_a_broken_file_of_words_is_named(folder, broken):
    (folder / "pages.toml").write_text(broken)
    with pytest.raises(ValueError, match="pages"):
        Content(folder).keys()


def test_a_principle_with_a_field_nobody_knows_is_refused(folder):
    (folder / "principles" / "kind.toml").write_text('id = "kind"\ncolour = "blue"\n')
    with pytest.raises(ValueError, match=r"kind\.toml"):
        _ = Content(folder).principles


def test_a_principle_under_another_name_is_refused(folder):
    page = 'id = "other"\ntitle = "T"\nshort = "S."\nmethod = "mend"\nbody = []\nsources = []\n'
    (folder / "principles" / "kind.toml").write_text(page + 'limits = "L."\n')
    with pytest.raises(ValueError, match="other"):
        _ = Content(folder).principles


def test_the_steps_of_a_reflection_stand_in_their_sections(folder):
    (folder / "reflection.toml").write_text(
        """
        [[sections]]
        id = "safety"
        title = "First"
        lead = "Before all."
        [[steps]]
        id = "afraid"
        section = "safety"
        essential = true
        title = "Are you afraid?"
        lead = "Any fear counts."
        show_if = [{ key = "children", equals = true }]
        fields = [
          { key = "safety.afraid_of_ex", kind = "yes_no", label = "Afraid?",
            options = [{ value = true, label = "Yes" }] },
        ]
        """.replace("\n            options", " options").replace(",\n        ]", "\n        ]")
    )
    (section,) = Content(folder).reflection
    (step,) = section.steps
    assert step.essential
    assert step.fields[0].options[0].value is True
    assert step.show_if[0].equals is True


def test_a_step_without_its_section_is_refused(folder):
    (folder / "reflection.toml").write_text(
        '[[steps]]\nid = "a"\nsection = "nowhere"\ntitle = "A"\nlead = "B"\nfields = []\n'
    )
    with pytest.raises(ValueError, match="nowhere"):
        _ = Content(folder).reflection


def test_the_screening_cues_are_handed_out_as_they_stand(folder):
    (folder / "screening.toml").write_text('[abuse]\ncues = ["hit me"]\n')
    assert Content(folder).screening == {"abuse": {"cues": ["hit me"]}}
