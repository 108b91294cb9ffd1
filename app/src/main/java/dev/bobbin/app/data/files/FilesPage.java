package dev.bobbin.app.data.files;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.Pages;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.FileDrop;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.Prompt;
import dev.bobbin.app.fx.SharedWidth;
import dev.bobbin.app.fx.SortedByOwner;
import dev.bobbin.app.fx.WordColumns;
import dev.bobbin.app.fx.WrappingBar;
import dev.bobbin.app.l10n.Dates;
import java.io.File;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The files of a lakehouse folder beside what is to be seen of the chosen one. Files are dragged in and out. */
public final class FilesPage extends VBox {

    private static final double ROW_HEIGHT = 26;
    private static final double NAME_WIDTH = 190;
    private static final double LEAST_NAME_WIDTH = 120;
    private static final double SIZE_WIDTH = 84;
    private static final double TIME_WIDTH = 130;
    private static final double LIST_SHARE = 0.55;
    private final FilesViewModel model;
    private final Consumer<Place> opener;
    private final TableView<LakeFiles.Entry> list = new TableView<>();
    private final SortedByOwner<LakeFiles.Entry> sorted;
    private final Prompt prompt;

    /** @param prompt asks for names @param opener shows another folder */
    public FilesPage(FilesViewModel model, Prompt prompt, Consumer<Place> opener) {
        this.model = model;
        this.prompt = prompt;
        this.opener = opener;
        list.setId("files");
        list.setAccessibleText(text("data.files.name"));
        list.setFixedCellSize(ROW_HEIGHT);
        list.getStyleClass().addAll("edge-to-edge", "dense");
        list.setPlaceholder(
                new EmptyState(Feather.FOLDER, text("data.files.empty.title"), text("data.files.empty.hint")));
        TableColumn<LakeFiles.Entry, String> names =
                WordColumns.of(text("data.files.column.name"), NAME_WIDTH, LakeFiles.Entry::name);
        names.setCellFactory(_ -> new NameCell());
        names.setMinWidth(LEAST_NAME_WIDTH);
        addColumn(names, FilesViewModel.By.NAME);
        addColumn(
                SharedWidth.whole(WordColumns.of(text("data.files.column.size"), SIZE_WIDTH, FilesPage::size)),
                FilesViewModel.By.SIZE);
        TableColumn<LakeFiles.Entry, String> changed = SharedWidth.whole(WordColumns.of(
                text("data.files.column.changed"),
                TIME_WIDTH,
                entry -> Dates.brief(entry.changed(), ZonedDateTime.now())));
        addColumn(changed, FilesViewModel.By.CHANGED);
        SharedWidth.of(list, List.of(changed));
        sorted = new SortedByOwner<>(
                list, () -> model.sort(list.getSortOrder().stream().findFirst().map(FilesPage::order)));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, entry) -> model.look(entry == null ? null : entry.name()));
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open();
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.setOnDragDetected(event -> {
            if (!chosen().isEmpty()) {
                Dragboard board = list.startDragAndDrop(TransferMode.COPY);
                board.setContent(chosenFiles());
                event.consume();
            }
        });
        FileDrop.on(this, () -> true, model::add);
        SplitPane split = new SplitPane(list, new PreviewPane(model.previewProperty(), model::readAs));
        split.setDividerPositions(LIST_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren()
                .addAll(
                        bar(),
                        Pages.job(model.copying()),
                        split,
                        Pages.problem("files-problem", model.problemProperty()));
        model.entriesProperty().addListener((_, _, now) -> show(now));
        show(model.entriesProperty().get());
    }

    private WrappingBar bar() {
        TextField filter = new LimitedField();
        filter.setId("files-filter");
        filter.setPromptText(text("data.files.filter"));
        filter.setAccessibleText(text("data.files.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setPrefColumnCount(12);
        Button up = Controls.iconButton(Feather.ARROW_UP, text("data.files.up"), this::up);
        up.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> isTop(model.folderProperty().get()), model.folderProperty()));
        Button add = Controls.iconButton(Feather.FILE_PLUS, text("data.files.add"), this::chooseFiles);
        Button makeFolder = Controls.iconButton(Feather.FOLDER_PLUS, text("data.files.makeFolder"), this::makeFolder);
        makeFolder.setId("files-make-folder");
        Button rename = Controls.iconButton(Feather.EDIT_2, text("data.files.rename"), this::rename);
        Button delete = Controls.iconButton(Feather.TRASH_2, text("data.delete"), () -> model.delete(chosen()));
        Button refresh = Controls.iconButton(Feather.REFRESH_CW, text("data.refresh"), model::refresh);
        return Pages.bar(
                up,
                filter,
                Pages.live(model.summaryProperty(), "text-muted", "text-small"),
                Controls.spring(),
                add,
                makeFolder,
                rename,
                delete,
                refresh);
    }

    /** The sorting itself is done in the background. */
    private void addColumn(TableColumn<LakeFiles.Entry, String> column, FilesViewModel.By by) {
        column.setSortable(true);
        column.setUserData(by);
        list.getColumns().add(column);
    }

    private static FilesViewModel.Order order(TableColumn<LakeFiles.Entry, ?> column) {
        return new FilesViewModel.Order(
                (FilesViewModel.By) column.getUserData(), column.getSortType() == TableColumn.SortType.DESCENDING);
    }

    private static boolean isTop(Place.@Nullable Folder folder) {
        return folder == null || folder.path().isEmpty();
    }

    private void show(List<LakeFiles.Entry> entries) {
        // A list of its own for each folder: however many there are, only those on the screen cost anything.
        list.getSelectionModel().setSelectionMode(Pages.selection(entries.size()));
        sorted.show(FXCollections.observableList(entries));
    }

    private List<String> chosen() {
        return list.getSelectionModel().getSelectedItems().stream()
                .map(LakeFiles.Entry::name)
                .toList();
    }

    private ClipboardContent chosenFiles() {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(model.paths(chosen()).stream().map(Path::toFile).toList());
        return content;
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            open();
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            up();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.delete(chosen());
        } else if (event.getCode() == KeyCode.F2) {
            rename();
        } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            Clipboard.getSystemClipboard().setContent(chosenFiles());
        } else if (event.getCode() == KeyCode.V && event.isShortcutDown()) {
            paste();
        } else {
            return;
        }
        event.consume();
    }

    private void open() {
        LakeFiles.Entry entry = list.getSelectionModel().getSelectedItem();
        Place.Folder folder = model.folderProperty().get();
        if (entry != null && entry.folder() && folder != null) {
            opener.accept(folder.child(entry.name()));
        }
    }

    private void up() {
        Place.Folder folder = model.folderProperty().get();
        if (folder != null && !folder.path().isEmpty()) {
            int slash = folder.path().lastIndexOf('/');
            opener.accept(new Place.Folder(
                    folder.standIn(), slash < 0 ? "" : folder.path().substring(0, slash)));
        }
    }

    private void makeFolder() {
        prompt.ask(text("data.files.makeFolder"), "", model::makeFolder);
    }

    private void rename() {
        LakeFiles.Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            prompt.ask(text("data.files.rename"), entry.name(), name -> model.rename(entry.name(), name));
        }
    }

    private void chooseFiles() {
        FileDialogs.openMany(this, text("data.files.add"), model::add);
    }

    private void paste() {
        if (Clipboard.getSystemClipboard().hasFiles()) {
            model.add(Clipboard.getSystemClipboard().getFiles().stream()
                    .map(File::toPath)
                    .toList());
        }
    }

    private static String size(LakeFiles.Entry entry) {
        if (entry.folder()) {
            return "";
        }
        long bytes = entry.bytes();
        return bytes < 1024
                ? text("data.files.bytes", bytes)
                : bytes < 1024 * 1024
                        ? text("data.files.kilobytes", bytes / 1024.0)
                        : text("data.files.megabytes", bytes / (1024.0 * 1024.0));
    }

    /** A name, with the sign of a folder or a file. */
    private static final class NameCell extends TableCell<LakeFiles.Entry, String> {
        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            LakeFiles.Entry entry = getTableRow() == null ? null : getTableRow().getItem();
            setText(empty ? null : name);
            setGraphic(empty || entry == null ? null : Controls.icon(entry.folder() ? Feather.FOLDER : Feather.FILE));
        }
    }
}
