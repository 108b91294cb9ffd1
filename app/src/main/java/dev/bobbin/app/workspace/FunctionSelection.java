package dev.bobbin.app.workspace;

import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceOutline;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The functions of a script while it is being written, and which of them was chosen. For use on the FX thread only. */
final class FunctionSelection {

    private final ReadOnlyObjectWrapper<SourceOutline> outline = new ReadOnlyObjectWrapper<>(SourceOutline.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable FunctionSignature> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private final IntConsumer shower;

    /** Name of the function that was chosen last, also while it is not there. */
    private String wished = "";

    /** Whether the functions of the item just opened are still to come. */
    private boolean fresh;

    /** @param shower brings the line of a function that was chosen into view */
    FunctionSelection(IntConsumer shower) {
        this.shower = shower;
    }

    ReadOnlyObjectProperty<SourceOutline> outlineProperty() {
        return outline.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable FunctionSignature> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Whether the script just opened has been read. */
    ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** Forgets the functions of the script before. */
    void clear() {
        known.set(false);
        outline.set(SourceOutline.EMPTY);
        selected.set(null);
        wished = "";
    }

    /** Shows the code of the first function as soon as the functions of the script just opened are known. */
    void showFirst() {
        fresh = true;
    }

    /** Whoever has begun to type stays where they are. */
    void stay() {
        fresh = false;
    }

    /** Selects the function of that name, when there is one, and shows its code. */
    void select(String name) {
        outline.get().function(name).ifPresent(found -> {
            wished = name;
            if (!found.equals(selected.get())) {
                selected.set(found);
                shower.accept(found.line());
            }
        });
    }

    /** Selects the function of that name as soon as there is one. */
    void expect(String name) {
        wished = name;
    }

    /** Takes over a new outline. @see WorkspaceModel#setOutline */
    void take(SourceOutline now) {
        known.set(true);
        FunctionSignature before = selected.get();
        if (before != null
                && !now.findings().isEmpty()
                && now.function(before.name()).isEmpty()) {
            return;
        }
        FunctionSignature next = next(before, outline.get(), now);
        outline.set(now);
        selected.set(next);
        if (next != null && wished.isEmpty()) {
            wished = next.name();
        }
        if (fresh && next != null) {
            shower.accept(next.line());
        }
        fresh = false;
    }

    private @Nullable FunctionSignature next(@Nullable FunctionSignature before, SourceOutline old, SourceOutline now) {
        Optional<FunctionSignature> sameName = now.function(wished);
        if (sameName.isEmpty() && before != null) {
            sameName = now.function(before.name());
        }
        if (sameName.isPresent()) {
            return sameName.get();
        }
        int place = before == null ? -1 : old.functions().indexOf(before);
        if (place >= 0 && old.functions().size() == now.functions().size()) {
            FunctionSignature renamed = now.functions().get(place);
            wished = renamed.name();
            return renamed;
        }
        return now.functions().isEmpty() ? null : now.functions().getFirst();
    }
}
