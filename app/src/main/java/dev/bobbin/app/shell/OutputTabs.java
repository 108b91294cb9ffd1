package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.check.ProblemsView;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.logs.LogsView;
import dev.bobbin.app.palette.Choice;
import dev.bobbin.app.result.ErrorsPane;
import dev.bobbin.app.result.OutputPane;
import dev.bobbin.app.result.ResponsePane;
import dev.bobbin.app.result.ResultDocument;
import dev.bobbin.app.result.ResultViewModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What a run gave: output, logs, errors, response, and the status of it all. */
final class OutputTabs extends StackPane {

    private static final String CHANGES = "changes";

    private final TabPane tabs = new TabPane();
    private final ResultViewModel results;
    private final Tab output;
    private final Tab logs;
    private final Tab errors;
    private final Tab problems;
    private final ProblemsView problemsView;

    /** Those that stay in front while runs come and go. */
    private final Set<Tab> lasting = new HashSet<>();

    OutputTabs(Features features, LogsView logsView) {
        results = features.result();
        problemsView = new ProblemsView(features.problems());
        getStyleClass().add("output-panel");
        output = tab("tab.output", new OutputPane(results, features.tasks(), FileDialogs::save));
        logs = tab("tab.logs", logsView);
        errors = tab("tab.errors", new ErrorsPane(results, features.bindings()::browse));
        Tab response = new Tab(text("tab.response"));
        response.setContent(new ResponsePane(results, response.selectedProperty()));
        tabs.setId("output-tabs");
        tabs.setAccessibleText(text("tabs.name"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        problems = new Tab(null, problemsView);
        problems.textProperty().bind(features.problems().title());
        tabs.getTabs().addAll(output, logs, errors, response, problems);
        lasting.add(response);
        features.moreTabs().forEach(this::add);
        logs.textProperty().bind(features.logs().total().map(n -> counted("tab.logs", n.longValue())));
        tabs.getTabs().forEach(tab -> tab.textProperty().addListener((_, _, _) -> keepSelectedInView()));
        getChildren().add(tabs);
        results.documentProperty().addListener((_, _, document) -> show(document));
        // While something runs its logs are mostly all there is to see; but not before there is a line.
        features.logs().total().addListener((_, before, now) -> {
            if (before.longValue() == 0 && now.longValue() > 0) {
                offer(logs);
            }
        });
        results.streamedProperty().addListener((_, before, now) -> {
            if (before.isEmpty() && !now.isEmpty()) {
                offer(output);
            }
        });
    }

    /** The toolkit looks where the selected title is when the width changes, but not when another title has become longer. */
    private void keepSelectedInView() {
        if (tabs.getWidth() > 0) {
            tabs.resize(tabs.getWidth() + 1, tabs.getHeight());
            requestLayout();
        }
    }

    void runStarted() {
        errors.setText(counted("tab.errors", 0));
    }

    /** Shows a tab, unless another part of what runs give is being looked at. */
    private void offer(Tab tab) {
        offer(tab, false);
    }

    private void offer(Tab tab, boolean always) {
        if (always || !lasting.contains(tabs.getSelectionModel().getSelectedItem())) {
            tabs.getSelectionModel().select(tab);
        }
    }

    private void add(FeatureTab more) {
        Tab tab = tab(more);
        tabs.getTabs().add(tab);
        if (more.aboutRun()) {
            lasting.add(tab);
        }
        more.wanted().addListener((_, _, wanted) -> {
            if (wanted != null) {
                show(more.id());
            }
        });
    }

    void showProblems() {
        tabs.getSelectionModel().select(problems);
        problemsView.focusList();
    }

    /** A choice for each tab, which shows it. @param before is done first */
    List<Choice> choices(Runnable before) {
        return tabs.getTabs().stream()
                .map(tab -> new Choice(text("palette.tab", tab.getText()), "", () -> {
                    before.run();
                    tabs.getSelectionModel().select(tab);
                    tabs.requestFocus();
                }))
                .toList();
    }

    /** Brings the tab of a feature to the front and gives it the keyboard. @param id of the feature */
    void show(String id) {
        tabs.getTabs().stream().filter(tab -> ("tab-" + id).equals(tab.getId())).forEach(tab -> {
            tabs.getSelectionModel().select(tab);
            // A page comes to be seen with the next layout; what is not seen cannot take the keyboard.
            tabs.applyCss();
            tabs.layout();
            tab.getContent().requestFocus();
        });
    }

    void focusTabs() {
        tabs.requestFocus();
    }

    private void show(@Nullable ResultDocument document) {
        int problems = document == null ? 0 : document.problems().size();
        errors.setText(counted("tab.errors", problems));
        if (document != null && document.outcome() == ResultDocument.Outcome.STOPPED) {
            // What a stopped run has given is its logs.
            return;
        }
        if (document != null && document.failed()) {
            // In Changes there is nothing to look at then, and nobody would see the error.
            boolean nothing = isSelected(CHANGES) && results.changedNothing();
            offer(errors, nothing);
        } else {
            offer(output);
        }
    }

    private boolean isSelected(String id) {
        return ("tab-" + id).equals(tabs.getSelectionModel().getSelectedItem().getId());
    }

    private static String counted(String key, long count) {
        return count == 0 ? text(key) : text("tab.counted", text(key), count);
    }

    private static Tab tab(FeatureTab more) {
        Tab tab = new Tab();
        tab.setId("tab-" + more.id());
        tab.textProperty().bind(more.title());
        // Made when it is first looked at: what nobody looks at costs nothing.
        tab.selectedProperty().addListener((_, _, selected) -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(more.content().get());
            }
        });
        return tab;
    }

    private static Tab tab(String key, Node content) {
        return new Tab(text(key), content);
    }
}
