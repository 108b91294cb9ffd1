package dev.bobbin.app.data.documents;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.Pages;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.Prompt;
import dev.bobbin.emulator.standin.StandIn;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A Cosmos DB account: its containers are in the tree, new ones are made here. */
public final class AccountPage extends VBox {

    private final DocumentsViewModel model;
    private final Prompt prompt;
    private StandIn.@Nullable Documents account;

    /** @param prompt asks for names and values */
    public AccountPage(DocumentsViewModel model, Prompt prompt) {
        this.model = model;
        this.prompt = prompt;
        Button add = new Button(text("data.containers.add"), Controls.icon(Feather.PLUS));
        add.setId("container-add");
        add.getStyleClass().add("small");
        add.setOnAction(_ -> add());
        EmptyState hint = new EmptyState(Feather.ARCHIVE, text("data.containers.title"), text("data.containers.hint"));
        VBox.setVgrow(hint, Priority.ALWAYS);
        getChildren().addAll(Pages.bar(add), Pages.problem("containers-problem", model.problemProperty()), hint);
    }

    public void show(StandIn.Documents shown) {
        account = shown;
    }

    private void add() {
        StandIn.Documents target = account;
        if (target != null) {
            prompt.ask(
                    text("data.containers.name"),
                    "",
                    name -> prompt.ask(
                            text("data.containers.key"), "/id", key -> model.createContainer(target, name, key)));
        }
    }
}
