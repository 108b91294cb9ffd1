package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One aggregate over the rows of a group. Undefined values do not count; a sum or average with a value that is no number
 * is undefined. Source: "Aggregate functions", query reference of Azure Cosmos DB for NoSQL.
 */
final class Aggregation {

    private final String name;
    private long count;
    private double sum;
    private boolean onlyNumbers = true;
    private boolean onlyPrimitives = true;
    private JsonNode least = Values.UNDEFINED;
    private JsonNode greatest = Values.UNDEFINED;

    Aggregation(String name) {
        this.name = name;
    }

    void add(JsonNode value) {
        if (!Values.isDefined(value)) {
            return;
        }
        count++;
        onlyNumbers &= value.isNumber();
        onlyPrimitives &= !value.isContainerNode();
        sum += value.doubleValue();
        if (count == 1 || Values.ORDER.compare(value, least) < 0) {
            least = value;
        }
        if (count == 1 || Values.ORDER.compare(value, greatest) > 0) {
            greatest = value;
        }
    }

    JsonNode result() {
        return switch (name) {
            case "COUNT" -> Values.of((double) count);
            case "SUM" -> onlyNumbers ? Values.of(sum) : Values.UNDEFINED;
            case "AVG" -> onlyNumbers && count > 0 ? Values.of(sum / count) : Values.UNDEFINED;
            case "MIN" -> onlyPrimitives ? least : Values.UNDEFINED;
            case "MAX" -> onlyPrimitives ? greatest : Values.UNDEFINED;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
