package dev.bobbin.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Tables of the toolkit, whose rows others sort. */
@ExtendWith(ApplicationExtension.class)
class SortedByOwnerTest {

    @Test
    void theChosenOrderStaysWhenTheRowsComeInItAndIsAskedForOnce() throws Exception {
        List<Integer> asked = new ArrayList<>();
        List<TableColumn<String, ?>> order = WaitForAsyncUtils.asyncFx(() -> {
                    TableView<String> table = new TableView<>();
                    SortedByOwner<String> sorted = new SortedByOwner<>(
                            table, () -> asked.add(table.getSortOrder().size()));
                    sorted.columns(List.of(new TableColumn<String, String>("a"), new TableColumn<String, String>("b")));
                    sorted.show(FXCollections.observableArrayList("x", "y"));
                    table.getSortOrder().add(table.getColumns().getLast());
                    sorted.show(FXCollections.observableArrayList("y", "x"));
                    return List.copyOf(table.getSortOrder());
                })
                .get();

        assertThat(order).extracting(TableColumn::getText).containsExactly("b");
        assertThat(asked).containsExactly(1);
    }
}
