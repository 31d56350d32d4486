"""Which actions are there? The one list that bindings, the foot of the screen, help and palette are made of."""

from kamtui.actions.action import Action

GO, LOOK, VIEW, MOVE, APP = GROUPS = ("Go", "Look closer", "Arrange", "Move", "Program")
"""The groups of the help, in their order."""

ACTIONS: tuple[Action, ...] = (
    # lists: every list, tree, map and table on a screen
    Action("down", "list", ("j", "down"), "Down", "One line down", MOVE),
    Action("up", "list", ("k", "up"), "Up", "One line up", MOVE),
    Action("first", "list", ("g", "home"), "First", "To the first line", MOVE),
    Action("last", "list", ("G", "end"), "Last", "To the last line", MOVE),
    Action("half_down", "list", ("ctrl+d", "pagedown"), "Half a page down", "Half a page down", MOVE),
    Action("half_up", "list", ("ctrl+u", "pageup"), "Half a page up", "Half a page up", MOVE),
    Action("copy", "list", ("y",), "Copy", "Copy the line under the cursor as text", LOOK, unless="no_line"),
    # pages: text that is longer than the screen
    Action("scroll_down", "page", ("j", "down"), "Down", "One line down", MOVE),
    Action("scroll_up", "page", ("k", "up"), "Up", "One line up", MOVE),
    Action("scroll_home", "page", ("g", "home"), "Top", "To the top", MOVE),
    Action("scroll_end", "page", ("G", "end"), "Bottom", "To the bottom", MOVE),
    Action("page_down", "page", ("ctrl+d", "pagedown"), "Page down", "A page down", MOVE),
    Action("page_up", "page", ("ctrl+u", "pageup"), "Page up", "A page up", MOVE),
    # tables: sorted lists
    Action("sort", "table", ("s",), "Sort", "Choose the column that orders the list", VIEW, 4),
    Action("sort_left", "table", ("less_than_sign",), "Sort one column left", "Order by the column to the left", VIEW),
    Action(
        "sort_right", "table", ("greater_than_sign",), "Sort one column right", "Order by the column to the right", VIEW
    ),
    Action("sort_turn", "table", ("S",), "Turn the order", "Highest first, or lowest first", VIEW),
    # portfolio
    Action("open", "portfolio", ("enter", "l"), "Open", "Open the account under the cursor", GO, 1, "no_account"),
    Action("filter", "portfolio", ("slash",), "Filter", "Show only the accounts that match", VIEW, 3),
    Action("brief", "portfolio", ("i",), "Brief", "The page about this account, by itself", LOOK, 2, "no_account"),
    Action("problems", "portfolio", ("exclamation_mark",), "Problems", "Everything found in all plans", GO, 5),
    Action("since", "portfolio", ("c",), "Changes", "What changed since a day, by account", LOOK, 6, "no_then"),
    # account
    Action("tab_overview", "account", ("1",), "Overview", "What is wrong and what comes next", GO),
    Action("tab_people", "account", ("2",), "People", "Who decides, and who of ours reaches them", GO),
    Action("tab_goals", "account", ("3",), "Goals", "Goals, initiatives and milestones", GO),
    Action("tab_history", "account", ("4",), "History", "Who changed what, and when", GO),
    Action("tab_problems", "account", ("5", "exclamation_mark"), "Problems", "What was found in these plans", GO),
    Action("next_tab", "account", ("right_square_bracket",), "Next tab", "The tab to the right", GO),
    Action("previous_tab", "account", ("left_square_bracket",), "Previous tab", "The tab to the left", GO),
    # people
    Action("boss", "people", ("h", "left"), "Boss", "To the person they report to", MOVE, unless="no_boss"),
    Action("report", "people", ("l", "right"), "Report", "To their first report", MOVE, unless="no_report"),
    Action("next_sibling", "people", ("J",), "Next beside", "To the next with the same boss", MOVE, unless="no_next"),
    Action("previous_sibling", "people", ("K",), "Previous beside", "To the one before", MOVE, unless="no_previous"),
    Action("person", "people", ("enter", "i"), "Person", "The page about this person, by itself", LOOK, 1, "no_person"),
    Action("twin", "people", ("t",), "Table or map", "The same people as a table, or as a map", VIEW, 2, "nobody"),
    # goals
    Action("unfold", "goals", ("l", "right"), "Unfold", "Show what belongs to it", VIEW, unless="nothing_inside"),
    Action("fold", "goals", ("h", "left"), "Fold", "Hide what belongs to it, or go up to what it serves", VIEW),
    Action("goal", "goals", ("enter", "i"), "Details", "The page about this line, by itself", LOOK, 1, "no_goal"),
    # history
    Action("changes", "history", ("enter", "l"), "Changes", "Into the changes of this commit", LOOK, 1, "no_commit"),
    # commits and changes
    Action("then", "story", ("at",), "As of then", "The account as this commit left it", GO, 3, "no_day"),
    # a list that is searched: all of it stays in sight
    Action("search", "search", ("slash",), "Search", "Go to where words stand, line by line", LOOK, 4, "no_story"),
    Action("next_match", "search", ("n",), "Next match", "Where the words stand next", MOVE, 5, "nothing_sought"),
    Action("previous_match", "search", ("N",), "Match before", "Where they stood before", MOVE, 6, "nothing_sought"),
    # changes of a commit
    Action("raw", "changes", ("enter",), "Before and after", "The values before and after", LOOK, 1, "no_change"),
    Action("commits", "changes", ("h", "left"), "Commits", "Back to the list of commits", GO, 2),
    # problems
    Action("source", "problems", ("enter", "l"), "Lines", "The lines of the file around it", LOOK, 1, "no_problem"),
    Action("explain", "problems", ("x",), "Explain", "What the rule asks for, and why", LOOK, 2, "no_problem"),
    Action(
        "group", "problems", ("t",), "Group or list", "By rule, or in the order of the files", VIEW, 3, "no_problem"
    ),
    # what somebody wrote into the plans
    Action("blame", "written", ("b",), "Blame", "Who made it what it is, when, and what it was", LOOK, 4, "no_blame"),
    Action("origin", "blamed", ("enter",), "Whole", "All of the value, and its commit", LOOK, 1, "no_value"),
    # no portfolio
    Action("choose", "welcome", ("enter",), "Choose", "Take what the cursor is on", GO, 1),
    # a list to choose from
    Action("take", "choices", ("enter",), "Take", "Do or open what the cursor is on", GO, 1),
    Action("into_list", "choices", ("down", "ctrl+n"), "Down", "One line down", MOVE),
    Action("up_list", "choices", ("up",), "Up", "One line up", MOVE),
    # every screen
    Action("back", "screen", ("escape",), "Back", "Back to where you were", GO, 8, "nothing_behind"),
    Action("close", "screen", ("q",), "Close", "Close this view", GO, unless="nothing_behind"),
    Action("next_pane", "screen", ("tab",), "Next pane", "To the next part of the screen", MOVE),
    Action("previous_pane", "screen", ("shift+tab",), "Previous pane", "To the part before", MOVE),
    # the program
    Action(
        "help", "everywhere", ("question_mark", "f1"), "Help", "Everything one can do here; type to find it", APP, 9
    ),
    Action("palette", "everywhere", ("ctrl+p", "colon"), "Palette", "Find an action or an account by name", APP, 9),
    Action("reload", "everywhere", ("R",), "Reload", "Read the plans again", APP, unless="still_reading"),
    Action("leave", "everywhere", ("Q", "ctrl+c"), "Quit", "Leave kamtui", APP),
)


def actions_at(where: str) -> tuple[Action, ...]:
    """Return the actions of a place, in the order of the list."""
    return tuple(action for action in ACTIONS if action.where == where)
