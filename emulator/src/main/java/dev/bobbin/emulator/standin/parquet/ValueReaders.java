package dev.bobbin.emulator.standin.parquet;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Converters from Parquet's nested columns to plain values: an Object[] for a struct, in the order of its fields; a List
 * for an array; a Map. Source: "Nested Types", LogicalTypes of the Parquet format, with its rules for old files.
 */
final class ValueReaders {

    private ValueReaders() {}

    static Converter of(DataType wanted, Type stored, ValueSink sink) {
        return switch (wanted) {
            case StructType struct -> new Struct(struct, stored.asGroupType(), sink);
            case ArrayType array
            when !stored.isRepetition(Type.Repetition.REPEATED) -> new Array(array, stored.asGroupType(), sink);
            case MapType map -> new MapValues(map, stored.asGroupType(), sink);
            default -> new PrimitiveValues(wanted, stored.asPrimitiveType(), sink);
        };
    }

    /** The stored field for a wanted one, by field id where both have one, else by name; null when there is none. */
    static @Nullable Type find(io.delta.kernel.types.StructField wanted, GroupType stored) {
        @Nullable Object id = wanted.getMetadata().get("parquet.field.id");
        if (id instanceof Number number) {
            for (Type field : stored.getFields()) {
                if (field.getId() != null && field.getId().intValue() == number.intValue()) {
                    return field;
                }
            }
        }
        return stored.containsField(wanted.getName()) ? stored.getType(wanted.getName()) : null;
    }

    /** A struct, or a whole row. */
    static final class Struct extends GroupConverter {

        private final Converter[] fields;
        private final int width;
        private final ValueSink sink;
        private @Nullable Object[] values = new Object[0];

        /** @param stored may have more fields than the wanted ones */
        Struct(StructType wanted, GroupType stored, ValueSink sink) {
            this.sink = sink;
            this.width = wanted.length();
            this.fields = stored.getFields().stream().map(Unwanted::of).toArray(Converter[]::new);
            for (int i = 0; i < wanted.length(); i++) {
                int index = i;
                @Nullable Type field = find(wanted.at(i), stored);
                if (field != null) {
                    fields[stored.getFieldIndex(field.getName())] =
                            of(wanted.at(i).getDataType(), field, value -> values[index] = value);
                }
            }
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return fields[fieldIndex];
        }

        @Override
        public void start() {
            values = new Object[width];
        }

        @Override
        public void end() {
            sink.accept(values);
        }
    }

    private static final class Array extends GroupConverter {

        private final ValueSink sink;
        private final Converter repeated;
        private List<@Nullable Object> elements = new ArrayList<>();

        Array(ArrayType wanted, GroupType stored, ValueSink sink) {
            this.sink = sink;
            Type inner = stored.getType(0);
            this.repeated = isElement(inner, stored.getName())
                    ? of(wanted.getElementType(), inner, value -> elements.add(value))
                    : new Wrapper(
                            wanted.getElementType(), inner.asGroupType().getType(0), value -> elements.add(value));
        }

        /** Old writers leave out the group around an element. */
        private static boolean isElement(Type repeated, String listName) {
            return repeated.isPrimitive()
                    || repeated.asGroupType().getFieldCount() != 1
                    || repeated.getName().equals("array")
                    || repeated.getName().equals(listName + "_tuple");
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return repeated;
        }

        @Override
        public void start() {
            elements = new ArrayList<>();
        }

        @Override
        public void end() {
            sink.accept(elements);
        }
    }

    /** The group around an element of an array: it tells a null element from none. */
    private static final class Wrapper extends GroupConverter {

        private final Converter element;
        private final java.util.function.Consumer<@Nullable Object> sink;
        private @Nullable Object value;

        Wrapper(DataType wanted, Type stored, java.util.function.Consumer<@Nullable Object> sink) {
            this.sink = sink;
            this.element = of(wanted, stored, read -> value = read);
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return element;
        }

        @Override
        public void start() {
            value = null;
        }

        @Override
        public void end() {
            sink.accept(value);
        }
    }

    private static final class MapValues extends GroupConverter {

        private final ValueSink sink;
        private final Entry entry;
        private Map<Object, @Nullable Object> entries = new LinkedHashMap<>();

        MapValues(MapType wanted, GroupType stored, ValueSink sink) {
            this.sink = sink;
            this.entry = new Entry(wanted, stored.getType(0).asGroupType());
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return entry;
        }

        @Override
        public void start() {
            entries = new LinkedHashMap<>();
        }

        @Override
        public void end() {
            sink.accept(entries);
        }

        private final class Entry extends GroupConverter {

            private final Converter key;
            private final Converter value;
            private @Nullable Object lastKey;
            private @Nullable Object lastValue;

            Entry(MapType wanted, GroupType stored) {
                this.key = of(wanted.getKeyType(), stored.getType(0), read -> lastKey = read);
                this.value = of(wanted.getValueType(), stored.getType(1), read -> lastValue = read);
            }

            @Override
            public Converter getConverter(int fieldIndex) {
                return fieldIndex == 0 ? key : value;
            }

            @Override
            public void start() {
                lastKey = null;
                lastValue = null;
            }

            @Override
            public void end() {
                if (lastKey != null) {
                    entries.put(lastKey, lastValue);
                }
            }
        }
    }
}
