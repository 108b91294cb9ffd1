package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.documents.query.SqlFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents of one container, with the service's rules about ids, partitions, versions and lives. */
final class Container {

    private static final int LARGEST_DOCUMENT_BYTES = 2 * 1024 * 1024;
    private static final int LONGEST_ID_BYTES = 1023;
    private static final String TIME_TO_LIVE = "ttl";
    private static final String TIMESTAMP = "_ts";

    private final DocumentFile file;
    private final String database;
    private final String id;
    private final ContainerSettings settings;
    private final String run;
    private final Clock clock;

    Container(DocumentFile file, String database, String id, String run, Clock clock) throws IOException {
        this.file = file;
        this.database = database;
        this.id = id;
        this.run = run;
        this.clock = clock;
        this.settings =
                file.container(database, id).map(ContainerSettings::new).orElseGet(() -> ContainerSettings.unknown(id));
    }

    ContainerSettings settings() {
        return settings;
    }

    /** @param partition values of the key that the caller gave; null when it gave none */
    ObjectNode create(ObjectNode document, @Nullable JsonNode partition) throws DocumentError, IOException {
        StoredDocument made = prepared(document, partition);
        if (find(made.key(), made.id()).isPresent()) {
            throw DocumentError.conflict();
        }
        return write(made, null);
    }

    /** Whether there is a document of this one's id and partition key. */
    boolean contains(ObjectNode document, @Nullable JsonNode partition) throws DocumentError, IOException {
        StoredDocument wanted = prepared(document, partition);
        return find(wanted.key(), wanted.id()).isPresent();
    }

    ObjectNode upsert(ObjectNode document, @Nullable JsonNode partition, Condition condition)
            throws DocumentError, IOException {
        StoredDocument made = prepared(document, partition);
        @Nullable ObjectNode before = find(made.key(), made.id()).orElse(null);
        if (before != null) {
            condition.check(before);
        }
        return write(made, before);
    }

    ObjectNode replace(String itemId, ObjectNode document, @Nullable JsonNode partition, Condition condition)
            throws DocumentError, IOException {
        StoredDocument made = prepared(document, partition);
        if (!made.id().equals(itemId)) {
            throw DocumentError.badRequest("Replacing the item '" + itemId + "' cannot change its id.");
        }
        ObjectNode before = needed(find(made.key(), itemId), itemId);
        condition.check(before);
        return write(made, before);
    }

    ObjectNode read(String itemId, JsonNode partition) throws DocumentError, IOException {
        return existing(itemId, partition);
    }

    ObjectNode patch(String itemId, JsonNode partition, JsonNode operations, Condition condition)
            throws DocumentError, IOException {
        ObjectNode before = existing(itemId, partition);
        condition.check(before);
        ObjectNode after = before.deepCopy();
        Patch.apply(after, operations);
        String key = settings.keyOf(before);
        if (!settings.keyOf(after).equals(key)) {
            throw DocumentError.badRequest("A patch cannot change the partition key of a document.");
        }
        return write(new StoredDocument(key, after), before);
    }

    void delete(String itemId, JsonNode partition, Condition condition) throws DocumentError, IOException {
        ObjectNode before = existing(itemId, partition);
        condition.check(before);
        delete(before);
    }

    /** Deletes every document of a partition. */
    void deletePartition(JsonNode partition) throws DocumentError, IOException {
        for (ObjectNode document : documents(partition).toList()) {
            delete(document);
        }
    }

    private void delete(ObjectNode document) throws IOException {
        String key = settings.keyOf(document);
        String itemId = document.path("id").asText();
        file.deleteDocument(database, id, key, itemId);
        file.record(run, new DocumentFile.Entry(database, id, key, itemId, document.toString(), null));
    }

    /** The living documents, the oldest first. @param partition values of the key, all or the first ones; null for all */
    Stream<ObjectNode> documents(@Nullable JsonNode partition) throws DocumentError {
        return documents(partition, SqlFilter.ALL, Optional.empty());
    }

    /**
     * The living documents, the oldest first, read as they are asked for.
     *
     * @param partition values of the key, all or the first ones; null for all
     * @param filter which ones
     * @param properties those of a document that are wanted; empty for all
     */
    Stream<ObjectNode> documents(@Nullable JsonNode partition, SqlFilter filter, Optional<Set<String>> properties)
            throws DocumentError {
        if (partition == null) {
            return living(filter, properties);
        }
        if (!settings.isKnown()) {
            return living(filter, Optional.empty()).filter(document -> settings.isIn(partition, document));
        }
        if (partition.size() > settings.partitionPaths().size()) {
            throw DocumentError.partitionOfOtherForm();
        }
        return living(settings.keys(partition).and(filter), properties);
    }

    private Stream<ObjectNode> living(SqlFilter filter, Optional<Set<String>> properties) {
        Optional<Set<String>> read = properties.map(Container::withLife);
        SqlFilter alive = settings.living(clock.instant().getEpochSecond());
        return file.documents(new DocumentScan.Range(database, id, alive.and(filter), read))
                .filter(this::isAlive);
    }

    /** Removes the documents whose life has ended. */
    void deleteExpired() throws IOException {
        if (settings.defaultTimeToLive() != 0) {
            file.deleteExpired(database, id, settings.living(clock.instant().getEpochSecond()));
        }
    }

    /** The number of the latest change in the account. */
    long latestChange() throws IOException {
        return file.latestChange();
    }

    /**
     * Documents in the order of their last change, some of which may not be {@linkplain #isSeen seen}.
     *
     * @param partition values of the key, all or the first ones; null for all
     * @param after only what changed after the change of this number
     * @param since only what changed in this second or later, in seconds since 1970
     * @param limit how many at most
     */
    List<ChangeFeed.Changed> changes(@Nullable JsonNode partition, long after, long since, int limit)
            throws DocumentError, IOException {
        if (partition != null
                && settings.isKnown()
                && partition.size() > settings.partitionPaths().size()) {
            throw DocumentError.partitionOfOtherForm();
        }
        SqlFilter keys = partition == null ? SqlFilter.ALL : settings.keys(partition);
        SqlFilter recent = new SqlFilter("changed > ? AND json_extract(body, '$._ts') >= ?", after, since);
        return file.changed(database, id, recent.and(keys), limit);
    }

    /** Whether a document lives and is in the partition. @param partition null for all */
    boolean isSeen(ObjectNode document, @Nullable JsonNode partition) {
        return isAlive(document) && (partition == null || settings.isKnown() || settings.isIn(partition, document));
    }

    /** With the properties that tell how long a document lives. */
    private static Set<String> withLife(Set<String> properties) {
        Set<String> read = new HashSet<>(properties);
        read.addAll(List.of(TIME_TO_LIVE, TIMESTAMP));
        return read;
    }

    private ObjectNode existing(String itemId, JsonNode partition) throws DocumentError, IOException {
        int levels = settings.partitionPaths().size();
        if (settings.isKnown() && partition.size() != levels) {
            throw DocumentError.partitionOfOtherForm();
        }
        Optional<ObjectNode> found =
                find(settings.keyOfValues(partition), itemId).filter(document -> settings.isIn(partition, document));
        return needed(found, itemId);
    }

    private Optional<ObjectNode> find(String key, String itemId) throws IOException {
        return file.document(database, id, key, itemId).filter(this::isAlive);
    }

    private ObjectNode needed(Optional<ObjectNode> found, String itemId) throws DocumentError, IOException {
        if (found.isPresent()) {
            return found.get();
        }
        if (!settings.isKnown() && file.isEmpty(database, id)) {
            throw DocumentError.noOwner("container '" + id + "' in '" + database + "'");
        }
        throw DocumentError.notFound(
                "item '" + itemId + "' with that partition key in the container '" + id + "' of '" + database + "'");
    }

    private StoredDocument prepared(ObjectNode document, @Nullable JsonNode partition) throws DocumentError {
        JsonNode itemId = document.path("id");
        if (itemId.isMissingNode() || itemId.asText().isEmpty()) {
            throw DocumentError.badRequest(
                    "The input content is invalid because the required properties - 'id; ' - are missing");
        }
        if (!itemId.isTextual()) {
            throw DocumentError.badRequest("The input content is invalid because the id of a document must be a text.");
        }
        boolean forbidden = itemId.asText().chars().anyMatch(c -> "/\\?#".indexOf(c) >= 0);
        if (forbidden || itemId.asText().getBytes(StandardCharsets.UTF_8).length > LONGEST_ID_BYTES) {
            throw DocumentError.badRequest("The id '" + itemId.asText()
                    + "' is not valid: it must not contain / \\ ? or #, and not be longer than " + LONGEST_ID_BYTES
                    + " bytes.");
        }
        if (document.has(TIME_TO_LIVE) && !ContainerSettings.isTimeToLive(document.path(TIME_TO_LIVE))) {
            throw DocumentError.ofTimeToLive(document.path(TIME_TO_LIVE));
        }
        if (document.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST_DOCUMENT_BYTES) {
            throw DocumentError.tooLarge();
        }
        if (partition != null && settings.isKnown() && !settings.isIn(partition, document)) {
            throw DocumentError.wrongPartition();
        }
        return new StoredDocument(settings.keyOf(document), document.deepCopy());
    }

    private ObjectNode write(StoredDocument document, @Nullable ObjectNode before) throws DocumentError, IOException {
        checkUniqueKeys(document);
        ObjectNode body = document.body();
        String rid = before == null ? Rids.next() : before.path("_rid").asText();
        body.put("_rid", rid);
        body.put("_self", "dbs/" + database + "/colls/" + id + "/docs/" + rid + "/");
        body.put("_etag", '"' + UUID.randomUUID().toString() + '"');
        body.put("_attachments", "attachments/");
        body.put(TIMESTAMP, clock.instant().getEpochSecond());
        file.putDocument(database, id, document);
        @Nullable String old = before == null ? null : before.toString();
        file.record(run, new DocumentFile.Entry(database, id, document.key(), document.id(), old, body.toString()));
        return body;
    }

    private void checkUniqueKeys(StoredDocument document) throws DocumentError, IOException {
        for (List<String> paths : settings.uniqueKeys()) {
            SqlFilter candidates = new SqlFilter("key = ?", document.key());
            for (String path : paths) {
                candidates =
                        candidates.and(SqlFilter.maybe(path, document.body().at(path)));
            }
            boolean clash = living(candidates, Optional.empty())
                    .filter(other -> !other.path("id").asText().equals(document.id()))
                    .anyMatch(other -> areSame(paths, other, document.body()));
            if (clash) {
                throw DocumentError.uniqueKey();
            }
        }
    }

    private static boolean areSame(List<String> paths, JsonNode one, JsonNode other) {
        return paths.stream().allMatch(path -> ContainerSettings.isSame(one.at(path), other.at(path)));
    }

    private boolean isAlive(ObjectNode document) {
        if (settings.defaultTimeToLive() == 0) {
            return true;
        }
        long seconds = document.path(TIME_TO_LIVE).asLong(settings.defaultTimeToLive());
        return seconds < 0
                || document.path(TIMESTAMP).asLong() + seconds > clock.instant().getEpochSecond();
    }
}
