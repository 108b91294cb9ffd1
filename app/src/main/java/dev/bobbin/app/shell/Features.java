package dev.bobbin.app.shell;

import dev.bobbin.app.bindings.BindingsViewModel;
import dev.bobbin.app.check.ProblemsViewModel;
import dev.bobbin.app.command.Command;
import dev.bobbin.app.editor.EditorViewModel;
import dev.bobbin.app.form.FormViewModel;
import dev.bobbin.app.form.InputsViewModel;
import dev.bobbin.app.functions.FunctionsViewModel;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.history.ReportViewModel;
import dev.bobbin.app.logs.LogsViewModel;
import dev.bobbin.app.parts.PartsViewModel;
import dev.bobbin.app.result.ResultViewModel;
import dev.bobbin.app.run.RunViewModel;
import dev.bobbin.app.settings.PythonCheck;
import dev.bobbin.app.snippets.SnippetsViewModel;
import dev.bobbin.app.welcome.ItemsViewModel;
import dev.bobbin.app.welcome.WelcomeViewModel;
import dev.bobbin.app.workspace.Committed;
import java.util.List;
import java.util.Map;

/**
 * The view models of one window's features.
 *
 * @param pythons tells the settings about an installed Python
 * @param moreTabs features that live in the output area, after its own tabs
 * @param centreTabs features that live in the centre, beside the script
 * @param commands what they do for commands that are theirs alone, while an item is open
 * @param committed whether the code can be put back to a commit
 * @param tasks for what views hand to view models they make as they need them
 */
public record Features(
        WelcomeViewModel welcome,
        ItemsViewModel items,
        ReportViewModel reports,
        FunctionsViewModel functions,
        ProblemsViewModel problems,
        EditorViewModel editor,
        PartsViewModel parts,
        FormViewModel form,
        InputsViewModel inputs,
        SnippetsViewModel snippets,
        BindingsViewModel bindings,
        RunViewModel run,
        ResultViewModel result,
        LogsViewModel logs,
        StatusViewModel status,
        PythonCheck pythons,
        List<FeatureTab> moreTabs,
        List<FeatureTab> centreTabs,
        Map<Command, Runnable> commands,
        Committed committed,
        TaskRunner tasks) {}
