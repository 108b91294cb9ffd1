package dev.bobbin.app.shell;

import dev.bobbin.app.editor.EditorViewModel;
import dev.bobbin.app.editor.FindViewModel;
import dev.bobbin.app.form.FormViewModel;
import dev.bobbin.app.functions.FunctionsViewModel;
import dev.bobbin.app.logs.LogsViewModel;
import dev.bobbin.app.result.ResultViewModel;
import dev.bobbin.app.run.RunViewModel;
import dev.bobbin.app.welcome.WelcomeViewModel;

/** The view models of one window's features. */
public record Features(
        WelcomeViewModel welcome,
        FunctionsViewModel functions,
        EditorViewModel editor,
        FindViewModel find,
        FormViewModel form,
        RunViewModel run,
        ResultViewModel result,
        LogsViewModel logs,
        StatusViewModel status) {}
