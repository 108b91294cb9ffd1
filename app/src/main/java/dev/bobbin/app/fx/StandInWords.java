package dev.bobbin.app.fx;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInKind;
import org.kordamp.ikonli.feather.Feather;

/** What stand-ins are called and shown as, wherever they appear. */
public final class StandInWords {

    private StandInWords() {}

    /** What a stand-in is, in a word or two. */
    public static String kind(StandIn standIn) {
        return kind(StandInKind.of(standIn));
    }

    /** What stand-ins of a kind are, in a word or two. */
    public static String kind(StandInKind kind) {
        return text("standin.kind." + kind);
    }

    /** The icon of a stand-in. */
    public static Feather sign(StandIn standIn) {
        return switch (standIn) {
            case StandIn.Sql _ -> Feather.DATABASE;
            case StandIn.Lakehouse _ -> Feather.FOLDER;
            case StandIn.Variables _ -> Feather.LIST;
            case StandIn.Secrets _ -> Feather.KEY;
            case StandIn.Events _ -> Feather.RADIO;
            case StandIn.Documents _ -> Feather.FILE_TEXT;
            case StandIn.Plain _ -> Feather.LINK;
        };
    }
}
