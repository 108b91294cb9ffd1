package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.standin.StandIn;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the features share. Features never speak to each other: one changes this model, the others listen. For use on the
 * FX thread only.
 */
public final class WorkspaceModel {

    private static final String NO_FUNCTION = "no-function";

    private final ObjectProperty<ServiceProfile> profile;
    private final ObjectProperty<ExecutingUser> user = new SimpleObjectProperty<>(ExecutingUser.LOCAL);
    private final ReadOnlyObjectWrapper<@Nullable ItemFolder> item = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable WorkspaceItems> workspace = new ReadOnlyObjectWrapper<>();
    private final StringProperty opening = new SimpleStringProperty("");
    private final Drafts drafts = new Drafts();
    private final Wishes wishes = new Wishes();
    private final FunctionSelection functions = new FunctionSelection(line -> wishes.make(new Wish.Show(line)));
    private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable StandIn> browsed = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable StandIn> lookedAt = new SimpleObjectProperty<>();
    private final ReadOnlyLongWrapper dataVersion = new ReadOnlyLongWrapper();
    private final ObjectProperty<RequestDraft> request = new SimpleObjectProperty<>(RequestDraft.EMPTY);
    private final BooleanProperty requestBehind = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable FinishedRun> lastRun = new SimpleObjectProperty<>();
    private final ObjectProperty<EngineState> engine = new SimpleObjectProperty<>(new EngineState.Off());
    private final RunState run = new RunState();
    private final LogBuffer logs = new LogBuffer();
    private final StreamedText streamed = new StreamedText();
    private final Notices notices = new Notices();
    private final UnsavedTexts unsavedTexts = new UnsavedTexts(notices);
    private Runnable leaver = () -> {};
    private boolean reset;

    /** @param profile the service this bench imitates to begin with */
    public WorkspaceModel(ServiceProfile profile) {
        this.profile = new SimpleObjectProperty<>(profile);
        sourceProperty().addListener((_, _, _) -> functions.stay());
    }

    /** The service this bench imitates now. */
    public ServiceProfile profile() {
        return profile.get();
    }

    /** The service this bench imitates. */
    public ObjectProperty<ServiceProfile> profileProperty() {
        return profile;
    }

    /** Whom functions are run for. */
    public ObjectProperty<ExecutingUser> userProperty() {
        return user;
    }

    /** The open item; null while the welcome page is shown. */
    public ReadOnlyObjectProperty<@Nullable ItemFolder> itemProperty() {
        return item.getReadOnlyProperty();
    }

    /** Whether that item is open, as it is now or as it was. */
    public boolean isOpen(ItemFolder other) {
        ItemFolder now = item.get();
        return now != null && now.root().equals(other.root());
    }

    /** The workspace whose items are to be chosen from while none is open; null when there is none. */
    public ReadOnlyObjectProperty<@Nullable WorkspaceItems> workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }

    /** Lets choose among the items of a workspace, or of none. */
    public void chooseFrom(@Nullable WorkspaceItems items) {
        workspace.set(items);
    }

    /** Name of what is being opened; empty when nothing is. */
    public StringProperty openingProperty() {
        return opening;
    }

    /** Whether an item is open and no other one is about to take its place: only then can something be done with it. */
    public BooleanBinding ready() {
        return item.isNotNull().and(opening.isEmpty());
    }

    /** What the editor holds of {@code function_app.py}. */
    public StringProperty sourceProperty() {
        return drafts.script().text();
    }

    /** What the disk holds of {@code function_app.py}, as far as known. */
    public StringProperty savedSourceProperty() {
        return drafts.script().saved();
    }

    /** Whether the editor holds something of the script the disk does not. */
    public BooleanBinding unsaved() {
        return drafts.script().unsaved();
    }

    /** The item's files as the editors hold them. */
    public Drafts drafts() {
        return drafts;
    }

    /** The functions of the editor's text, a moment after it changed. */
    public ReadOnlyObjectProperty<SourceOutline> outlineProperty() {
        return functions.outlineProperty();
    }

    /** Whether the functions of the script just opened are known: until then it may have some. */
    public ReadOnlyBooleanProperty functionsKnownProperty() {
        return functions.knownProperty();
    }

    /** What is wrong with the item and the editor's text, as far as known; in no particular order. */
    public ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** The function the Test panel is about; null when there is none. */
    public ReadOnlyObjectProperty<@Nullable FunctionSignature> selectedProperty() {
        return functions.selectedProperty();
    }

    /** What the form would send. */
    public ObjectProperty<RequestDraft> requestProperty() {
        return request;
    }

    /** Whether the request is still being made of what the form holds: it is about to be another one. */
    public BooleanProperty requestBehindProperty() {
        return requestBehind;
    }

    /** The run that ended last; null when there was none. */
    public ObjectProperty<@Nullable FinishedRun> lastRunProperty() {
        return lastRun;
    }

    public ObjectProperty<EngineState> engineProperty() {
        return engine;
    }

    public RunState run() {
        return run;
    }

    public LogBuffer logs() {
        return logs;
    }

    /** What the present run has streamed. */
    public StreamedText streamed() {
        return streamed;
    }

    public Notices notices() {
        return notices;
    }

    /** What is written elsewhere than in the files of the item, and is not saved. */
    public UnsavedTexts unsavedTexts() {
        return unsavedTexts;
    }

    /** What the features want of each other. */
    public Wishes wishes() {
        return wishes;
    }

    /** Selects the function of that name, when there is one, and shows its code. */
    public void select(String function) {
        functions.select(function);
    }

    /** Selects the function of that name as soon as the script has it, such as one just being inserted. */
    public void expect(String function) {
        functions.expect(function);
    }

    /** Takes over what a check found. */
    public void setFindings(List<Finding> found) {
        findings.set(List.copyOf(found));
    }

    /**
     * Takes over a new outline. The selected function stays selected by name; a renamed one stays selected by its place;
     * else the first function is, until the one that was selected is there again. When an item was just opened, the code of
     * that function is shown. An outline in which a syntax error, such as a string that is not closed yet, hides the selected
     * function is not taken over.
     */
    public void setOutline(SourceOutline newOutline) {
        functions.take(newOutline);
    }

    /**
     * Selects the function of that name and fills its form with a request body, such as that of an earlier run. When there is
     * no such function any more, says so and leaves everything as it is: the body must not get into another's form.
     *
     * @return whether there is that function
     */
    public boolean fillRequest(String function, String body) {
        notices.dismiss(NO_FUNCTION);
        if (outlineProperty().get().function(function).isEmpty()) {
            notices.show(Notice.error(NO_FUNCTION, text("notice.noFunction", function)));
            return false;
        }
        select(function);
        wishes.make(new Wish.Fill(body));
        return true;
    }

    /** The stand-in whose data somebody wants to see; null when nobody has asked yet. Set anew at every wish. */
    public ReadOnlyObjectProperty<@Nullable StandIn> browsedProperty() {
        return browsed.getReadOnlyProperty();
    }

    /** Shows the data of a stand-in. */
    public void browse(StandIn standIn) {
        browsed.set(null);
        browsed.set(standIn);
    }

    /** The stand-in whose data are looked at, or were last; null before. */
    public ObjectProperty<@Nullable StandIn> lookedAtProperty() {
        return lookedAt;
    }

    /** Counts up whenever the bench itself has changed data of the workspace. */
    public ReadOnlyLongProperty dataVersionProperty() {
        return dataVersion.getReadOnlyProperty();
    }

    /** Tells everybody who shows data of the workspace that there may be other data. */
    public void dataChanged() {
        dataVersion.set(dataVersion.get() + 1);
    }

    /**
     * Takes over the open item as it was read again, unless another one has been opened meanwhile.
     *
     * @return whether it is open
     */
    public boolean update(ItemFolder read) {
        boolean same = isOpen(read);
        if (same) {
            item.set(read);
        }
        return same;
    }

    /** Sets the script to an earlier one as a whole, of which nothing else is taken back. */
    void resetSource(String earlier) {
        reset = true;
        try {
            sourceProperty().set(earlier);
        } finally {
            reset = false;
        }
    }

    /** Whether the script is just being reset: what changes then is no step of undo or redo. */
    public boolean isReset() {
        return reset;
    }

    /** The one that keeps what the editors hold before another item takes its place. */
    public void onLeaving(Runnable newLeaver) {
        leaver = newLeaver;
    }

    /** Takes over an item just read, or none; what belonged to the item before is forgotten. */
    public void open(@Nullable ItemFolder opened) {
        leaver.run();
        notices.clear();
        logs.clear();
        streamed.clear();
        lastRun.set(null);
        functions.clear();
        findings.set(List.of());
        request.set(RequestDraft.EMPTY);
        browsed.set(null);
        if (run.move(RunPhase.DONE, RunPhase.IDLE)) {
            run.publish();
        }
        drafts.open(opened);
        functions.showFirst();
        item.set(opened);
        opening.set("");
    }
}
