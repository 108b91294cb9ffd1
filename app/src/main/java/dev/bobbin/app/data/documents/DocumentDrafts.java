package dev.bobbin.app.data.documents;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Texts of documents that are not what is stored: looking at another one loses none, until it is saved or given up. */
final class DocumentDrafts {

    /** What a text is written for. @param document null for a new one */
    record Subject(Place.Container container, DocumentData.@Nullable Document document) {

        /** What people know it by. */
        String name() {
            return document == null || document.id().isEmpty() ? text("data.documents.add") : document.id();
        }
    }

    private final Map<Subject, String> texts = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<List<Subject>> subjects = new ReadOnlyObjectWrapper<>(List.of());

    /** What there are texts for, of all containers, in the order they were begun. */
    ReadOnlyObjectProperty<List<Subject>> subjectsProperty() {
        return subjects.getReadOnlyProperty();
    }

    /** The text kept for a document; null when there is none. */
    @Nullable
    String of(Subject subject) {
        return texts.get(subject);
    }

    void keep(Subject subject, String text) {
        texts.put(subject, text);
        tell();
    }

    void forget(Subject subject) {
        texts.remove(subject);
        tell();
    }

    /** What was written for documents that something else has changed meanwhile is for the changed ones from now on. */
    void follow(Place.Container container, List<DocumentData.Document> found) {
        for (Subject subject : subjects.get()) {
            Subject now = now(subject, container, found);
            String text = texts.get(subject);
            if (text != null && texts.putIfAbsent(now, text) == null) {
                texts.remove(subject);
            }
        }
        tell();
    }

    /** A document as it is among those just found; the same when it is there, or nobody can tell which one it is. */
    static Subject now(Subject subject, Place.Container container, List<DocumentData.Document> found) {
        DocumentData.Document before = subject.document();
        if (before == null || !subject.container().equals(container) || found.contains(before)) {
            return subject;
        }
        // An id is one document's only within a partition.
        List<DocumentData.Document> same = found.stream()
                .filter(document -> document.id().equals(before.id()) && document.whole() == before.whole())
                .toList();
        return same.size() == 1 ? new Subject(container, same.getFirst()) : subject;
    }

    private void tell() {
        List<Subject> now = List.copyOf(texts.keySet());
        if (!now.equals(subjects.get())) {
            subjects.set(now);
        }
    }
}
