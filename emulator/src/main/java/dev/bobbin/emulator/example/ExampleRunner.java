package dev.bobbin.emulator.example;

import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.StopSign;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.share.SecretMask;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Runs examples on today's code, each on the data as it is before any of them runs, and says how they come out. */
public final class ExampleRunner {

    private final ItemFolder item;
    private final ItemCode code;
    private final Workspace workspace;
    private final Invoker invoker;
    private final UnaryOperator<ServiceProfile> rules;
    private final Circumstances circumstances;

    /** Functions that reach data: what they leave behind is not for the next example. */
    private final Set<String> connected;

    /**
     * @param code what to run: the item's script as on disk, or what an editor holds
     * @param workspace its data is copied and stays as it is
     * @param rules what becomes of the profile an example was approved under; {@link UnaryOperator#identity()} leaves it
     * @param circumstances of every run
     */
    public ExampleRunner(
            ItemFolder item,
            ItemCode code,
            Workspace workspace,
            Invoker invoker,
            UnaryOperator<ServiceProfile> rules,
            Circumstances circumstances) {
        this.item = item;
        this.code = code;
        this.workspace = workspace;
        this.invoker = invoker;
        this.rules = rules;
        this.circumstances = circumstances;
        this.connected = SourceParser.outline(code.text()).functions().stream()
                .filter(function -> function.bindings().stream().anyMatch(ExampleRunner::leadsToData))
                .map(FunctionSignature::name)
                .collect(Collectors.toSet());
    }

    private static boolean leadsToData(Binding binding) {
        return !(binding instanceof Binding.Context);
    }

    /**
     * Runs examples.
     *
     * @param parallel how many at the same time, 1 or more
     * @param progress hears of each as it begins and ends, on any thread
     * @param stop ends it early: an example that was stopped, or not begun, has no outcome
     * @return the outcomes in the order of the examples
     * @throws IOException when the data cannot be copied
     */
    public List<ExampleOutcome> run(
            List<ExampleStore.Kept> examples, int parallel, ExampleProgress progress, StopSign stop)
            throws IOException {
        invoker.prepare(code);
        SortedMap<Integer, ExampleOutcome> outcomes = new ConcurrentSkipListMap<>();
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> workers = new ArrayList<>();
        try (DataAtStart start = new DataAtStart(workspace, item.withScript(code.text()));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Math.min(parallel, examples.size()); i++) {
                workers.add(threads.submit(() -> {
                    try (ScratchData data = new ScratchData(start)) {
                        for (int index = next.getAndIncrement();
                                index < examples.size() && !stop.raised();
                                index = next.getAndIncrement()) {
                            progress.begun(examples.get(index));
                            Optional<ExampleOutcome> outcome = run(examples.get(index), data, stop);
                            if (outcome.isPresent()) {
                                outcomes.put(index, outcome.get());
                                progress.ended(outcome.get());
                            }
                        }
                    }
                    return null;
                }));
            }
        }
        for (Future<?> worker : workers) {
            result(worker);
        }
        return List.copyOf(outcomes.values());
    }

    private static void result(Future<?> worker) throws IOException {
        try {
            worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PlainException.of("example.interrupted").because(e);
        }
    }

    /** Empty when it was stopped. */
    private Optional<ExampleOutcome> run(ExampleStore.Kept kept, ScratchData data, StopSign stop) throws IOException {
        Example example = kept.example();
        Instant time = Instant.now();
        ServiceProfile profile;
        try {
            profile = rules.apply(ServiceProfiles.described(example.profile()));
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    new ExampleOutcome.Broken(kept, Duration.ZERO, Message.of("example.profile", example.profile())));
        }
        InvocationRequest request = new InvocationRequest(
                UUID.randomUUID().toString(),
                example.function(),
                example.body(),
                profile,
                null,
                example.user(),
                circumstances);
        InvocationResult result = stop.await(invoker.start(item, code, data.fresh(), request, _ -> {}));
        if (connected.contains(example.function())) {
            data.used();
        }
        return switch (result) {
            case InvocationResult.Stopped _ -> Optional.empty();
            case InvocationResult.Answered answered -> Optional.of(judge(kept, answered, request, time));
        };
    }

    private ExampleOutcome judge(
            ExampleStore.Kept kept, InvocationResult.Answered answered, InvocationRequest request, Instant time) {
        Expectation expected = kept.example().expectation();
        try {
            List<Difference> differences = Judgement.differences(expected, answered);
            if (differences.isEmpty()) {
                return new ExampleOutcome.Passed(kept, answered.duration());
            }
            Redaction redaction = new Redaction(
                    time,
                    request.body() + code.text(),
                    request.invocationId(),
                    Redaction.marking(SecretMask.of(workspace)));
            Expectation actual = Judgement.expectation(answered, redaction, expected);
            return new ExampleOutcome.Differs(kept, answered.duration(), differences, actual);
        } catch (IOException e) {
            return new ExampleOutcome.Broken(
                    kept, answered.duration(), Message.of("example.not-compared", PlainException.wordsOf(e)));
        }
    }
}
