package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.CodeFact.UnknownName;
import dev.bobbin.emulator.signature.CodeFact.UnsetVariable;
import dev.bobbin.emulator.signature.SourceOutline;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names that stand for nothing when the line is reached. */
final class NameRules {

    /** What is commonly imported under a short name. */
    private static final Map<String, String> IMPORTS = Map.of(
            "fn", "import fabric.functions as fn",
            "pd", "import pandas as pd",
            "np", "import numpy as np",
            "pyodbc", "import pyodbc",
            "requests", "import requests",
            "Decimal", "from decimal import Decimal",
            "defaultdict", "from collections import defaultdict");

    private static final Set<String> OF_DATETIME = Set.of("date", "timedelta", "timezone");
    private static final Set<String> OF_TYPING = Set.of("Any", "Dict", "List", "Optional", "Tuple", "Union");

    /** Methods of the class {@code datetime}, which the module of that name does not have. */
    private static final Set<String> OF_DATETIME_CLASS =
            Set.of("now", "utcnow", "today", "strptime", "fromisoformat", "fromtimestamp", "combine");

    static final List<Rule> ALL = List.of(
            Rule.warning(
                    "unknown-name",
                    "Every name is imported, or given a value.",
                    Sources.PYTHON_NAMES,
                    NameRules::unknown),
            Rule.warning(
                    "unset-variable",
                    "A variable of the file is declared global where it is changed.",
                    Sources.PYTHON_NAMES,
                    NameRules::unset));

    private NameRules() {}

    private static Stream<Breach> unknown(CheckedItem checked) {
        SourceOutline outline = checked.outline();
        return outline.facts().stream()
                .filter(UnknownName.class::isInstance)
                .map(UnknownName.class::cast)
                // What registers functions is missing as a whole, which another rule says.
                .filter(name -> !outline.apps().isEmpty()
                        || !name.name().equals(outline.head().appName()))
                .map(name -> unknown(outline, name));
    }

    private static Breach unknown(SourceOutline outline, UnknownName name) {
        @Nullable String statement = statement(name);
        @Nullable String similar = name.similar();
        if (statement != null) {
            return Breach.of(
                    name.range(),
                    Message.of("unknown-name.import", name.name(), statement),
                    importing(outline, statement));
        }
        return similar == null
                ? Breach.of(name.range(), Message.of("unknown-name", name.name()), null)
                : Breach.of(
                        name.range(),
                        Message.of("unknown-name.similar", name.name(), similar),
                        Fixes.rename(Message.of("fix.write", similar), name.uses(), similar));
    }

    private static @Nullable String statement(UnknownName name) {
        String word = name.name();
        @Nullable String attribute = name.attribute();
        if (OF_DATETIME.contains(word) || word.equals("datetime") && isOfClass(attribute)) {
            return "from datetime import " + word;
        }
        if (OF_TYPING.contains(word)) {
            return "from typing import " + word;
        }
        @Nullable String known = IMPORTS.get(word);
        return known == null && attribute != null && ImportNames.isStandard(word) ? "import " + word : known;
    }

    private static boolean isOfClass(@Nullable String attribute) {
        return attribute == null || OF_DATETIME_CLASS.contains(attribute);
    }

    /** Null when the app is missing, too: what makes it brings the import. */
    private static @Nullable QuickFix importing(SourceOutline outline, String statement) {
        boolean withApp = outline.apps().isEmpty() && statement.equals(IMPORTS.get("fn"));
        return withApp
                ? null
                : QuickFix.automatic(
                        Message.of("fix.add", statement),
                        Fixes.replace(TextRange.at(outline.head().insertionLine(), 1), statement + "\n"));
    }

    private static Stream<Breach> unset(CheckedItem checked) {
        return checked.outline().facts().stream()
                .filter(UnsetVariable.class::isInstance)
                .map(UnsetVariable.class::cast)
                .map(variable -> Breach.of(
                        variable.range(), Message.of("unset-variable", variable.name(), variable.function()), null));
    }
}
