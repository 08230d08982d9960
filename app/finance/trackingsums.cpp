#include "app/finance/trackingsums.h"

#include "app/core/texts.h"

#include <QHash>

#include <algorithm>

namespace tokenledger {

namespace {

using F = TrackingField;
using Text = std::string_view;

// In the order of TrackingMeasures and of the fields from UncachedInput on.
enum Kind : std::size_t { Uncached, Creation5m, Creation1h, Creation, Read, Output, Requests, Successes, Cost };

constexpr std::array<F, 9> FieldOf = {F::UncachedInput, F::CacheCreation5m,    F::CacheCreation1h,
                                      F::CacheCreation, F::CacheRead,          F::Output,
                                      F::Requests,      F::SuccessfulRequests, F::Cost};

Text trimmed(Text text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == Text::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool isWord(Text text, const char* word) {
    return QLatin1String(text.data(), static_cast<qsizetype>(text.size()))
               .compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
}

QString textOf(Text text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

std::uint64_t keyOf(UtcDay day, PoolTerm model) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(day.number())) << 32U | model;
}

}  // namespace

std::optional<LineTrouble> TrackingSums::add(const TrackingLine& line) {
    ++m_rows;
    const TrackingCell& name = line[F::Model];
    if (name.kind == TrackingCell::Kind::Number || name.kind == TrackingCell::Kind::Other) {
        return LineTrouble{F::Model, tokenledger::tr("The model is not text.")};
    }
    if (isFormula(name)) return LineTrouble{F::Model, formulaSentence(name)};
    if (std::any_of(name.text.begin(), name.text.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; })) {
        return LineTrouble{F::Model, tokenledger::tr("The model's name holds a control character.")};
    }
    const Model& model = modelOf(name.isEmpty() ? Text() : trimmed(name.text));
    if (const Left left = whyLeftOut(line, model); left != Left::None) {
        const bool ofProvider = left == Left::OtherProvider && model.left != Left::OtherProvider;
        leaveOut(left, left == Left::Repeated ? line[F::RequestId].text
                       : ofProvider           ? line[F::Provider].text
                                              : name.text);
        return std::nullopt;
    }
    if (model.left == Left::NoModel && !m_format.isRequestLog())
        return LineTrouble{F::Model, tokenledger::tr("The model is empty.")};

    const TrackingCell& date = line[F::Date];
    if (date.isEmpty()) return LineTrouble{F::Date, tokenledger::tr("The date is missing.")};
    if (isFormula(date)) return LineTrouble{F::Date, formulaSentence(date)};
    if (date.kind != TrackingCell::Kind::Text) return LineTrouble{F::Date, tokenledger::tr("The date is not text.")};
    const auto day = m_days.read(date.text);
    if (!day) return LineTrouble{F::Date, day.error()};
    Values values;
    if (auto trouble = readValues(line, values)) return trouble;
    return addTo(*day, model.term, line, values);
}

TrackingSums::Left TrackingSums::whyLeftOut(const TrackingLine& line, const Model& model) {
    if (!m_format.isRequestLog()) return model.left == Left::NoModel ? Left::None : model.left;
    if (const TrackingCell& id = line[F::RequestId]; !id.isEmpty() && isRepeated(id.text)) return Left::Repeated;
    if (isWord(trimmed(line[F::OwnCacheHit].text), "true")) return Left::OwnCache;
    const Text provider = trimmed(line[F::Provider].text);
    if (!line[F::Provider].isEmpty() && !isWord(provider, "anthropic") && !isWord(provider, "litellm_proxy")) {
        return Left::OtherProvider;
    }
    return model.left;
}

bool TrackingSums::isRepeated(Text requestId) {
    const std::uint64_t a = qHashBits(requestId.data(), requestId.size(), 0x9E3779B97F4A7C15U);
    const std::uint64_t b = std::hash<Text>()(requestId);
    return !m_requests.insert({a, b}).second;
}

const TrackingSums::Model& TrackingSums::modelOf(Text name) {
    if (const auto known = m_models.find(name); known != m_models.end()) return known->second;
    return m_models.emplace(std::string(name), readModel(name)).first->second;
}

TrackingSums::Model TrackingSums::readModel(Text name) {
    const auto aliased = [this](Text text) -> std::optional<Model> {
        const auto alias = m_format.aliases.find(textOf(text));
        if (alias == m_format.aliases.end()) return std::nullopt;
        return Model{Left::None, m_terms.intern(alias->second.toStdString())};
    };
    if (name.empty()) return {Left::NoModel, PoolNull};
    if (const auto model = aliased(name)) return *model;
    Text rest = name;
    for (bool stripped = true; stripped;) {
        stripped = false;
        for (const Text prefix : {Text("litellm_proxy/"), Text("anthropic/")}) {
            if (!rest.starts_with(prefix)) continue;
            rest.remove_prefix(prefix.size());
            stripped = true;
        }
    }
    if (rest.empty()) return {Left::NoModel, PoolNull};
    if (const auto model = aliased(rest)) return *model;
    if (m_format.preset != TrackingPreset::Own) {
        // What Bedrock, Vertex and others serve is billed by them, and Anthropic's reports do not hold it.
        const bool isClaude = rest.find("claude") != Text::npos;
        const bool elsewhere = rest.find('/') != Text::npos || rest.find("anthropic.claude") != Text::npos;
        if (elsewhere && isClaude) return {Left::OtherProvider, PoolNull};
        if (!rest.starts_with("claude")) return {Left::OtherModel, PoolNull};
    }
    return {Left::None, m_terms.intern(rest)};
}

std::optional<LineTrouble> TrackingSums::readValues(const TrackingLine& line, Values& values) {
    for (const Kind kind : {Uncached, Creation5m, Creation1h, Creation, Read, Output, Requests, Successes}) {
        const TrackingCell& cell = line[FieldOf[kind]];
        if (cell.isEmpty()) continue;
        const auto count = readCount(cell, m_format.decimalComma);
        if (!count) return LineTrouble{FieldOf[kind], count.error()};
        values.of[kind] = *count;
    }
    if (const TrackingCell& cell = line[F::Cost]; !cell.isEmpty()) {
        bool rounded = false;
        const auto cost = readDollars(cell, m_format.decimalComma, rounded);
        if (!cost) return LineTrouble{F::Cost, cost.error()};
        values.of[Cost] = cost->nano();
        m_rounded += rounded ? 1 : 0;
    }
    if (auto trouble = readPrompt(line, values)) return trouble;
    if (auto trouble = readCreation(line, values)) return trouble;
    return readRequests(line, values);
}

// The two durations are only of use where both are known and make the whole.
std::optional<LineTrouble> TrackingSums::readCreation(const TrackingLine& line, Values& values) const {
    auto& whole = values.of[Creation];
    auto& five = values.of[Creation5m];
    auto& hour = values.of[Creation1h];
    std::int64_t sum = 0;
    if (five && hour) {
        if (__builtin_add_overflow(*five, *hour, &sum)) {
            return LineTrouble{F::CacheCreation1h, tokenledger::tr("This is too large a number.")};
        }
        if (!whole) whole = sum;
        if (*whole == sum) return std::nullopt;
        if (!m_format.isRequestLog()) {
            return LineTrouble{F::CacheCreation,
                               tokenledger::tr("\"%1\" is not the sum of the 5-minute and 1-hour tokens beside it.")
                                   .arg(shown(line[F::CacheCreation].text))};
        }
        // LiteLLM's parts can fall short of its whole (BerriAI/litellm#42663): the whole is right.
        five.reset();
        hour.reset();
    } else if (whole == 0) {
        five = 0;
        hour = 0;
    }
    return std::nullopt;
}

std::optional<LineTrouble> TrackingSums::readPrompt(const TrackingLine& line, Values& values) {
    const TrackingCell& cell = line[F::PromptTokens];
    if (cell.isEmpty() || values.of[Uncached]) return std::nullopt;
    const auto prompt = readCount(cell, m_format.decimalComma);
    if (!prompt) return LineTrouble{F::PromptTokens, prompt.error()};
    auto& read = values.of[Read];
    auto& written = values.of[Creation];
    if (*prompt == 0) {  // a request that failed: nothing was read or written, whether it says so or not
        if (!read) read = 0;
        if (!written) written = 0;
    }
    if (m_format.prompt == PromptMeaning::Uncached) {
        values.of[Uncached] = *prompt;
        return std::nullopt;
    }
    const bool withWrites = m_format.prompt == PromptMeaning::AllInput;
    if (!read || (withWrites && !written)) {
        ++m_unsplit;
        return std::nullopt;
    }
    const std::int64_t limit = *prompt;
    if (*read > limit || (withWrites && *written > limit - *read)) {
        return LineTrouble{
            F::PromptTokens,
            tokenledger::tr("%1 is less than the tokens that were read from the cache or written to it: in this log "
                            "prompt_tokens does not count all input. Say what it counts (--prompt-tokens with-reads "
                            "or uncached).")
                .arg(*prompt)};
    }
    values.of[Uncached] = limit - *read - (withWrites ? *written : 0);
    return std::nullopt;
}

std::optional<LineTrouble> TrackingSums::readRequests(const TrackingLine& line, Values& values) const {
    auto& requests = values.of[Requests];
    auto& successes = values.of[Successes];
    if (m_format.isRequestLog()) {
        requests = 1;
        const Text status = trimmed(line[F::Status].text);
        if (line[F::Status].isEmpty() || status.empty()) return std::nullopt;
        if (!isWord(status, "success") && !isWord(status, "failure")) {
            return LineTrouble{F::Status, tokenledger::tr("\"%1\" is neither success nor failure.").arg(shown(status))};
        }
        successes = isWord(status, "success") ? 1 : 0;
    }
    if (requests && successes && *successes > *requests) {
        return LineTrouble{
            F::SuccessfulRequests,
            tokenledger::tr("More requests succeeded (%1) than were made (%2).").arg(*successes).arg(*requests)};
    }
    return std::nullopt;
}

std::optional<LineTrouble> TrackingSums::addTo(UtcDay day, PoolTerm model, const TrackingLine& line,
                                               const Values& values) {
    Sum& sum = m_sums[keyOf(day, model)];
    if (sum.rows == 0) sum.firstLine = line.number;
    if (sum.rows > 0 && !m_format.isRequestLog() && !m_format.addUp) {
        return LineTrouble{
            F::Date, tokenledger::tr("%1 and %2 stand in line %3 already. If both lines are parts of that day, say so "
                                     "(--add-up); else one of them is a repeat.")
                         .arg(day.toIso(), shown(m_terms.text(model)))
                         .arg(sum.firstLine)};
    }
    ++sum.rows;
    ++m_counted;
    for (std::size_t kind = 0; kind < Kinds; ++kind) {
        if (!values.of[kind]) continue;
        ++sum.known[kind];
        if (__builtin_add_overflow(sum.value[kind], *values.of[kind], &sum.value[kind])) {
            return LineTrouble{FieldOf[kind],
                               tokenledger::tr("The sum of this day and model is too large to hold exactly.")};
        }
    }
    return std::nullopt;
}

void TrackingSums::leaveOut(Left why, Text example) {
    LeftRows& left = m_left[static_cast<std::size_t>(why)];
    ++left.rows;
    if (left.examples.size() >= 5 || example.empty()) return;
    const QString text = shown(example);
    if (!left.examples.contains(text)) left.examples << text;
}

TrackingMeasures TrackingSums::measuresOf(const Sum& sum) {
    const auto known = [&sum](Kind kind) {
        return sum.known[kind] == sum.rows ? std::optional(sum.value[kind]) : std::nullopt;
    };
    TrackingMeasures measures;
    measures.uncachedInput = known(Uncached);
    measures.cacheCreation5m = known(Creation5m);
    measures.cacheCreation1h = known(Creation1h);
    const bool split = measures.cacheCreation5m && measures.cacheCreation1h;
    if (!split) {
        measures.cacheCreation = known(Creation);
        if (measures.cacheCreation) measures.cacheCreation5m = measures.cacheCreation1h = std::nullopt;
    }
    measures.cacheRead = known(Read);
    measures.output = known(Output);
    measures.requests = known(Requests);
    measures.successfulRequests = known(Successes);
    if (const auto cost = known(Cost)) measures.cost = Money::fromNano(*cost);
    return measures;
}

Result<void> TrackingSums::finish(TrackingFile& file) {
    describe(file.preview, {});
    if (m_counted == 0) {
        QString message = tokenledger::tr("The file holds no row that counts.");
        for (const auto& left : file.preview.leftOut) {
            message += u' ' + tokenledger::tr("%1: %2 rows.").arg(left.why).arg(left.rows);
        }
        return failure(ErrorKind::Usage, message);
    }
    file.records.reserve(m_sums.size());
    for (const auto& [key, sum] : m_sums) {
        const UtcDay day = UtcDay::fromNumber(static_cast<std::int32_t>(key >> 32U));
        file.records.push_back({day, textOf(m_terms.text(static_cast<PoolTerm>(key & 0xFFFF'FFFFU))), measuresOf(sum)});
    }
    std::sort(file.records.begin(), file.records.end(), [](const TrackingRecord& a, const TrackingRecord& b) {
        return a.day != b.day ? a.day < b.day : a.model < b.model;
    });
    file.preview.days = DateRange{file.records.front().day, file.records.back().day};
    describe(file.preview, file.records);
    return sumUp(file);
}

Result<void> TrackingSums::sumUp(TrackingFile& file) const {
    std::array<std::int64_t, Kinds> sums{};
    std::array<std::int64_t, Kinds> known{};
    for (const TrackingRecord& record : file.records) {
        const TrackingMeasures& m = record.measures;
        const std::array<std::optional<std::int64_t>, Kinds - 1> values = {
            m.uncachedInput, m.cacheCreation5m, m.cacheCreation1h, m.cacheCreation,
            m.cacheRead,     m.output,          m.requests,        m.successfulRequests};
        for (std::size_t kind = 0; kind < Kinds; ++kind) {
            const bool isCost = kind == Cost;
            if (isCost ? !m.cost : !values[kind]) continue;
            const std::int64_t value = isCost ? m.cost->nano() : *values[kind];
            ++known[kind];
            if (__builtin_add_overflow(sums[kind], value, &sums[kind])) {
                return failure(ErrorKind::Usage, tokenledger::tr("The sum of all %1 is too large to hold exactly.")
                                                     .arg(trackingFieldName(FieldOf[kind])));
            }
        }
    }
    const auto all = static_cast<std::int64_t>(file.records.size());
    for (const Kind kind : {Uncached, Read, Output, Requests, Successes, Cost}) {
        if (known[kind] == 0 || known[kind] == all) continue;
        file.preview.notes << tokenledger::tr(
                                  "%1 is not known of %2 of %3 days and models: rows of theirs do not tell it.")
                                  .arg(trackingFieldName(FieldOf[kind]))
                                  .arg(all - known[kind])
                                  .arg(all);
    }
    const auto sum = [&](Kind kind) { return known[kind] > 0 ? std::optional(sums[kind]) : std::nullopt; };
    file.preview.sums = {sum(Uncached), sum(Creation5m), sum(Creation1h), sum(Creation), sum(Read),
                         sum(Output),   sum(Requests),   sum(Successes),  std::nullopt};
    if (known[Cost] > 0) file.preview.sums.cost = Money::fromNano(sums[Cost]);
    return {};
}

void TrackingSums::describe(TrackingPreview& preview, const std::vector<TrackingRecord>& records) const {
    preview.rows = m_rows;
    preview.countedRows = m_counted;
    preview.dates = m_days.form();
    preview.models.clear();
    for (const TrackingRecord& record : records) preview.models << record.model;
    std::sort(preview.models.begin(), preview.models.end());
    preview.models.removeDuplicates();
    preview.leftOut.clear();
    const std::array<QString, 5> reasons = {tokenledger::tr("a request that was there already"),
                                            tokenledger::tr("answered by the proxy's own cache, without Anthropic"),
                                            tokenledger::tr("served by another provider, who bills it"),
                                            tokenledger::tr("not a model of Anthropic"),
                                            tokenledger::tr("without a model")};
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        if (m_left[i].rows > 0) preview.leftOut.push_back({reasons[i], m_left[i].rows, m_left[i].examples});
    }
    if (records.empty()) return;
    if (m_rounded > 0) {
        preview.notes
            << tokenledger::tr("Amounts finer than a billionth of a dollar were rounded half-even: %1.").arg(m_rounded);
    }
    if (m_unsplit > 0) {
        preview.notes
            << tokenledger::tr(
                   "%1 rows do not tell which part of prompt_tokens came from the cache: the uncached input of "
                   "their days and models is not known.")
                   .arg(m_unsplit);
    }
    if (m_format.preset == TrackingPreset::Ccusage) {
        preview.notes << tokenledger::tr(
            "ccusage cuts days in the time zone that it ran in. Run it with --timezone UTC.");
    }
}

}  // namespace tokenledger
