package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** The service refuses a call, in its own words. */
final class DocumentError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int subStatus;
    private final String code;

    private DocumentError(int status, int subStatus, String code, String message) {
        super(message);
        this.status = status;
        this.subStatus = subStatus;
        this.code = code;
    }

    static DocumentError badRequest(String message) {
        return new DocumentError(400, 0, "BadRequest", message);
    }

    static DocumentError wrongPartition() {
        return new DocumentError(
                400,
                1001,
                "BadRequest",
                "PartitionKey extracted from document doesn't match the one specified in the header.");
    }

    /** The values given have another number or other types than the partition key of the container has. */
    static DocumentError partitionOfOtherForm() {
        return badRequest("Partition key provided either doesn't correspond to definition in the collection or doesn't"
                + " match partition key field values specified in the document.");
    }

    static DocumentError crossPartition() {
        return badRequest("Cross partition query is required but disabled. Please set"
                + " x-ms-documentdb-query-enablecrosspartition to true, specify x-ms-documentdb-partitionkey, or revise"
                + " your query to avoid this exception.");
    }

    /** @param what such as {@code item 'a'}, to tell an analyst what was looked for */
    static DocumentError notFound(String what) {
        return new DocumentError(
                404,
                0,
                "NotFound",
                "Entity with the specified id does not exist in the system. (The local stand-in has no " + what + ".)");
    }

    /** @param seconds what was given as one */
    static DocumentError ofTimeToLive(JsonNode seconds) {
        return badRequest(
                "The input ttl '" + seconds.asText() + "' is invalid. Ensure to provide a nonzero positive integer"
                        + " less than or equal to '" + Integer.MAX_VALUE + "', or '-1' which means never expire.");
    }

    /** @param what the container that an item is looked for in */
    static DocumentError noOwner(String what) {
        return new DocumentError(
                404, 1003, "NotFound", "Owner resource does not exist. (The local stand-in has no " + what + ".)");
    }

    static DocumentError conflict() {
        return new DocumentError(409, 0, "Conflict", "Entity with the specified id already exists in the system.");
    }

    static DocumentError uniqueKey() {
        return new DocumentError(409, 0, "Conflict", "Unique index constraint violation.");
    }

    static DocumentError precondition() {
        return new DocumentError(
                412,
                0,
                "PreconditionFailed",
                "Operation cannot be performed because one of the specified precondition is not met.");
    }

    static DocumentError tooLarge() {
        return new DocumentError(413, 0, "RequestEntityTooLarge", "Request size is too large");
    }

    /** What a client sees when the local file cannot be read or written, say because the disk is full. */
    static DocumentError ofLocalFile(IOException failure) {
        return new DocumentError(
                500, 0, "InternalServerError", "The local stand-in cannot be used: " + failure.getMessage());
    }

    int status() {
        return status;
    }

    int subStatus() {
        return subStatus;
    }

    String code() {
        return code;
    }
}
