package dev.bobbin.app.editor;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.CodeArea;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.emulator.finding.QuickFix;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;

/** The menu of what mends the line the caret is on. */
final class FixMenu {

    private static final double BELOW = 2;

    private final CodeArea area;
    private final EditorViewModel editor;
    private final ContextMenu menu = new ContextMenu();

    FixMenu(CodeArea area, EditorViewModel editor) {
        this.area = area;
        this.editor = editor;
        menu.setId("fixes");
        menu.setAutoHide(true);
    }

    /** Shows it below the caret where that can be seen. Returns whether there is anything to mend. */
    boolean show() {
        List<QuickFix> fixes = editor.fixesOf(area.getCurrentParagraph() + 1);
        if (fixes.isEmpty()) {
            return false;
        }
        menu.getItems().setAll(fixes.stream().map(this::item).toList());
        area.caretInSight().ifPresent(caret -> menu.show(area, caret.getMinX(), caret.getMaxY() + BELOW));
        return true;
    }

    private MenuItem item(QuickFix fix) {
        MenuItem item = new MenuItem(text(fix.title()), Controls.icon(Feather.TOOL));
        item.setOnAction(_ -> editor.apply(fix));
        return item;
    }
}
