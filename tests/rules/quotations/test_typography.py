"""Quotations in every typography: marks, paragraphs, blocks and dashes."""

from pathlib import Path

import pytest

from tests.rules.found import quotations


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We are lost,” said Captain John Wells.", ["We are lost,"]),
        ('"We are lost," said Captain John Wells.', ["We are lost,"]),
        ("‘We are lost,’ said Captain John Wells.", ["We are lost,"]),
        ("'We are lost,' said Captain John Wells.", ["We are lost,"]),
        ("«We are lost», said Captain John Wells.", ["We are lost"]),
        ("« We are lost », said Captain John Wells.", ["We are lost"]),
        ("»We are lost«, said Captain John Wells.", ["We are lost"]),
        ("„We are lost“, said Captain John Wells.", ["We are lost"]),
        ("„We are lost”, said Captain John Wells.", ["We are lost"]),
        ("”We are lost,” said Captain John Wells.", ["We are lost,"]),
        ("``We are lost,'' said Captain John Wells.", ["We are lost,"]),
        ("「We are lost」, said Captain John Wells.", ["We are lost"]),
        # mixed in one text
        (
            "“Who goes there?” asked the sentry.\n\n'A friend,' the man replied.\n\n«Pass.»",
            ["Who goes there?", "A friend,", "Pass."],
        ),
        # a closing mark of the wrong kind
        ("“The bridge is down,’ said the scout. It was.", ["The bridge is down,"]),
        ("“We are lost,“ said Captain John Wells. “Who is left?” he asked.",
         ["We are lost,", "Who is left?"]),
        # apostrophes
        ("'Don't shoot,' he begged, 'it's the soldiers' bread.'",
         ["Don't shoot, it's the soldiers' bread."]),
        ("‘’Tis the workers’ quarter that burns,’ said the watchman, ‘not ours.’",
         ["’Tis the workers’ quarter that burns, not ours."]),
        ("The '48 men and the soldiers' wives weren't at the tsar's door in the '90s.", []),
        ("The peasants’ horses and the monks’ barns were gone; ’twas a hard year for all.", []),
        ("He gave 'em bread o' mornings. The Joneses' house and the Smiths' barn stood.", []),
        ("The gun weighed 12\" across and the wall stood 5'10\" high at that corner.", []),
        ("Hale demanded ‘the soldiers’ pay and new boots’, and nobody heard him.",
         ["the soldiers’ pay and new boots"]),
        ("Hale promised ‘bread for the workers’ and kept the soldiers’ pay for himself.",
         ["bread for the workers"]),
        ("‘They shot him thro’ the heart, and an hour later he dy’d,’ the surgeon wrote.",
         ["They shot him thro’ the heart, and an hour later he dy’d,"]),
        ("‘I ha’ seen the men o’ the Tyne,’ said the miller, ‘an’ they were a’ drunk.’",
         ["I ha’ seen the men o’ the Tyne, an’ they were a’ drunk."]),
        ("'Abd al-Malik took the town and the soldiers' pay. 'We are lost,' 'Umar told them.",
         ["We are lost,"]),
        ("Hale saw in them ‘the ungrateful sons of the soldiers’ said to have built the town.",
         ["the ungrateful sons of the soldiers"]),
        ("'Abd al-Malik asked: “Where is the soldiers’ and the scribes’ pay?” Nobody knew.",
         ["Where is the soldiers’ and the scribes’ pay?"]),
        ("The decree allowed 'the taking of ration cards, fines, etc.'\".[15] It was signed.",
         ["the taking of ration cards, fines, etc."]),
        # quotations in quotations
        ("'“Who goes there?” was all I heard,' the sergeant reported.",
         ["“Who goes there?” was all I heard,"]),
        (
            "“He told me, ‘Hold the bridge,’ and I held it,” the sergeant reported.",
            ["He told me, ‘Hold the bridge,’ and I held it,"],
        ),
        (
            "‘He told me, “Hold the bridge,” and I held it,’ the sergeant reported.",
            ["He told me, “Hold the bridge,” and I held it,"],
        ),
        (
            "The sergeant reported: “He said “Hold” and then he said “Fire” to us all.”",
            ["He said “Hold” and then he said “Fire” to us all."],
        ),
        # what stands inside stays as it is
        (
            "“We want [...] bread and no [more] speeches… now!” the women cried.",
            ["We want [...] bread and no [more] speeches… now!"],
        ),
        # hard-wrapped lines
        (
            "The commander of the fortress wrote to the minister of war in the capital: “We can\n"
            "hold the outer wall for a week at the most, and the inner one for two days. After\n"
            "that there will be nobody left to hold anything at all.” No answer ever reached him.",
            ["We can hold the outer wall for a week at the most, and the inner one for two days."
             " After that there will be nobody left to hold anything at all."],
        ),
        # stray and unclosed marks
        ("The port lay empty.” The ships had sailed, and nobody knew where they had gone.", []),
        ("“We shall not leave this place until the king himself has read our petition.",
         ["We shall not leave this place until the king himself has read our petition."]),
        ('"The bridge is ours, the scout reported. "Nobody will cross it," said the captain.',
         ["Nobody will cross it,"]),
        ("‘We have no bread,’ wrote Hale, ‘and no powder. Send us what you can.\n\nNobody came.",
         ["We have no bread, and no powder. Send us what you can."]),
        ('The scout said, "The bridge is ours. "Nobody will cross it," said the captain.\n\n'
         '"Then we wait," the colonel decided.', ["Nobody will cross it,", "Then we wait,"]),
        ("The “ port lay empty. “We have lost everything,” the harbour master wrote.",
         ["We have lost everything,"]),
    ],
)  # fmt: skip
def test_reads_every_typography(tmp_path: Path, text: str, words: list[str]) -> None:
    assert [found for _, found in quotations(tmp_path, text)] == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # several paragraphs, each with an opening mark, only the last one closed
        (
            "The governor answered in a long letter: “I have read what you sent.\n\n"
            "“I do not believe a word of it.\n\n"
            "“Send me the man who wrote it.” Nobody was sent.",
            [("The governor", "I have read what you sent. I do not believe a word of it. Send me"
              " the man who wrote it.")],
        ),
        (
            '"I knew of no plot," Miss Clara Hume told the court.\n\n'
            '"My brother wrote to me twice in that year, and both times about his horses.\n\n'
            '"After that I heard nothing more."',
            [("Clara Hume", "I knew of no plot,"),
             (None, "My brother wrote to me twice in that year, and both times about his horses."
              " After that I heard nothing more.")],
        ),
        # opened once, closed a paragraph later
        (
            "The herald read out: “Hear, all of you, what the king has decided in his mercy.\n\n"
            "Whoever lays down his arms today shall go home unharmed.” The square was silent.",
            [("The herald", "Hear, all of you, what the king has decided in his mercy. Whoever"
              " lays down his arms today shall go home unharmed.")],
        ),
        (
            "The herald read out: ‘Hear, all of you, what the king has decided.\n\n"
            "Whoever lays down his arms today shall go home unharmed.\n\n"
            "The soldiers’ wives shall have bread for the winter.’ The square was silent.",
            [("The herald", "Hear, all of you, what the king has decided. Whoever lays down his"
              " arms today shall go home unharmed. The soldiers’ wives shall have bread for the"
              " winter.")],
        ),
        # with a quotation in it, or an apostrophe before it
        (
            "The governor wrote to the “mad” mayor: “I have read of your ‘victory’ today.\n\n"
            "“I do not believe a word of it.” Nobody was sent.",
            [("The governor", "I have read of your ‘victory’ today. I do not believe a word of"
              " it.")],
        ),
        (
            "When 'Abd al-Malik had fallen, the governor answered: “The town is lost.\n\n"
            "“Send me the silver while the road is open.” Nothing was sent.",
            [("the governor", "The town is lost. Send me the silver while the road is open.")],
        ),
        # never closed
        (
            "“We shall not leave this place until the king himself has read our petition.\n\n"
            "The mayor answered, “Go home.”",
            [(None, "We shall not leave this place until the king himself has read our"
              " petition."),
             ("The mayor", "Go home.")],
        ),
        (
            "“Have you seen the king today, Mrs. Hume?\n\n"
            "“Yes, sir, and he knew me,” Mrs. Hume answered.",
            [(None, "Have you seen the king today, Mrs. Hume?"),
             ("Hume", "Yes, sir, and he knew me,")],
        ),
        # indented, behind a colon
        (
            "The bishop of the town described the scene in a letter to his brother in Rome:\n\n"
            "    The dead lay in the streets for nine days, and no dog would go near them.\n\n"
            "The letter still exists.",
            [("The bishop of the town", "The dead lay in the streets"
              " for nine days, and no dog would go near them.")],
        ),
        # a letter without marks, behind "as follows"
        (
            "In the night Charlotte Stanhope wrote to her sister as follows.\n\n"
            "I have seen the fire from the roof. We counted eleven churches, then I stopped.",
            [("Charlotte Stanhope", "I have seen the fire from the roof. We counted eleven"
              " churches, then I stopped.")],
        ),
        (
            "The bishop of the town sent his brother the following letter.\n\n"
            "I have seen the fire from the roof. We counted eleven churches, then I stopped.",
            [("The bishop of the town", "I have seen the fire from the roof. We counted eleven"
              " churches, then I stopped.")],
        ),
        (
            "The bishop spoke of it to his brother the following day.\n\n"
            "I have seen the house where he lived. We could not find his letters.",
            [],
        ),
        # all markup lost: somebody writes, and the next paragraph says "I"
        (
            "Charlotte Stanhope wrote in her diary that night:\n\n"
            "I have seen the fire from the roof. We counted eleven churches, then I stopped.\n\n"
            "The fire burned for four days.",
            [("Charlotte Stanhope", "I have seen the fire from the roof. We counted eleven"
              " churches, then I stopped.")],
        ),
        (
            "The council declared:\n\nThe walls of the town shall be pulled down before the"
            " winter, and the stones sold.\n\nNobody obeyed.",
            [("The council", "The walls of the town shall be pulled down before the winter, and"
              " the stones sold.")],
        ),
        (
            "The council declared:\n\nThe walls of the town were pulled down before the winter,"
            " and the stones were sold.",
            [],
        ),
    ],
)  # fmt: skip
def test_reads_several_paragraphs(
    tmp_path: Path, text: str, found: list[tuple[str | None, str]]
) -> None:
    assert quotations(tmp_path, text) == found


def test_reads_block_quotations_of_markdown(tmp_path: Path) -> None:
    text = """\
General William Sherman answered the mayor of Atlanta:

> War is cruelty, and you cannot refine it.
>
> Those who brought war into our country deserve all the curses a people can pour out.

The city was emptied. One inscription in the ruins was copied by a visitor:

> “Here stood the house of a free man.”
>
> — Thomas Paine, 1776

Nobody has found the stone since. The old sexton had cut one word beside it:

> Resurgam

It is still there.
"""
    assert quotations(tmp_path, text, ".md") == [
        (
            "William Sherman",
            "War is cruelty, and you cannot refine it. Those who brought war into our country"
            " deserve all the curses a people can pour out.",
        ),
        ("Thomas Paine", "Here stood the house of a free man."),
        ("The old sexton", "Resurgam"),
    ]


def test_reads_the_name_below_a_block(tmp_path: Path) -> None:
    text = """\
Seven lines were found in the ruins, and each had its own story to tell.

> These are the times that try our souls.

— Thomas Paine, The Crisis

The second stood above a door, and the rain had not hurt it.

> Give me liberty, or give me a quiet death. (Patrick Henry)

The third was older, and somebody had tried to scratch it out.

> A house divided will not stand.
>
> Abraham Lincoln in Springfield, 1858

The fourth had been painted on a wall: “Nobody has ever lived here, and nobody will.”

> — Abigail Adams

The fifth was signed, and so was the sixth, which had been printed.

> “The dead lay in the streets for nine days.” —The bishop of Wells, 3 May 1790.

“Nobody buried them for a month.”
— J. Price

The last was a verse, and nobody knew whose it was.

> Here lie the men who would not run.
>
> Let them pass

The ruins were cleared that summer.
"""
    assert quotations(tmp_path, text, ".md") == [
        ("Thomas Paine", "These are the times that try our souls."),
        ("Patrick Henry", "Give me liberty, or give me a quiet death."),
        ("Abraham Lincoln", "A house divided will not stand."),
        ("Abigail Adams", "Nobody has ever lived here, and nobody will."),
        ("The bishop of Wells", "The dead lay in the streets for nine days."),
        ("J. Price", "Nobody buried them for a month."),
        (None, "Here lie the men who would not run. Let them pass"),
    ]


def test_reads_dialogue_behind_dashes(tmp_path: Path) -> None:
    text = """\
Lieutenant Pierre Morel met a peasant on the road.

— Where are the Prussians? he asked.

— Behind you, the peasant answered, — and before you.

— How many? asked Morel.

— All of them.

The war was over a week later — or so it seemed.
"""
    assert quotations(tmp_path, text) == [
        ("Pierre Morel", "Where are the Prussians?"),
        ("the peasant", "Behind you, and before you."),
        ("Pierre Morel", "How many?"),
        ("the peasant", "All of them."),
    ]


def test_a_list_behind_dashes_is_no_dialogue(tmp_path: Path) -> None:
    text = """\
The treaty of 1763 had three parts.

— France gave up its forts in the north.

— Spain received the land west of the river.

— Britain kept what it had taken.
"""
    assert quotations(tmp_path, text) == []
