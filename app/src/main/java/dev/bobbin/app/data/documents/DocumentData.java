package dev.bobbin.app.data.documents;

import dev.bobbin.app.data.page.Place;
import java.io.IOException;
import java.util.List;

/**
 * Documents of Cosmos DB accounts, as JSON texts. Every method may take long: call it in the background. Messages of
 * errors are in plain words, or what the service would say.
 */
public interface DocumentData {

    /** Most rows taken of a query, or somewhat more. */
    int MOST = 5_000;

    /**
     * A document, or another value that a query gave.
     *
     * @param id empty when it has none
     * @param json on one line
     * @param whole whether it is a document as it is stored; else the query made it of one, and saved it would take its place
     */
    record Document(String id, String json, boolean whole) {}

    /** What a query gave. @param more whether there is more than was taken */
    record Found(List<Document> documents, boolean more) {}

    /**
     * What a query gives.
     *
     * @param sql in the dialect of Cosmos DB
     * @throws IOException when it is none, or the container cannot be read
     */
    Found query(Place.Container container, String sql) throws IOException;

    /**
     * Makes a container, and its database when it is not there.
     *
     * @param partitionKey a path, such as {@code /city}
     * @return the name under which it can be taken back
     * @throws IOException when it is refused
     */
    String createContainer(Place.Container container, String partitionKey) throws IOException;

    /**
     * A document that was written.
     *
     * @param run the name under which it can be taken back
     */
    record Saved(String id, String run) {}

    /** Writes a document, in place of one of its id and partition. @throws IOException when it is refused */
    Saved save(Place.Container container, String json) throws IOException;

    /** Deletes a document. @return see above @throws IOException when it is refused */
    String delete(Place.Container container, String json) throws IOException;
}
