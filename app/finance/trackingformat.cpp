#include "app/finance/trackingformat.h"

#include "app/core/texts.h"
#include "app/finance/definitionjson.h"

namespace tokenledger {

namespace {

template <typename T>
struct Name {
    T value;
    const char* name;
};

template <typename T, std::size_t N>
QString nameOf(const std::array<Name<T>, N>& names, T value) {
    for (const auto& each : names) {
        if (each.value == value) return QString::fromLatin1(each.name);
    }
    return {};
}

template <typename T, std::size_t N>
std::optional<T> valueOf(const std::array<Name<T>, N>& names, QStringView name) {
    for (const auto& each : names) {
        if (name == QLatin1String(each.name)) return each.value;
    }
    return std::nullopt;
}

using F = TrackingField;
constexpr std::array<Name<F>, TrackingFieldCount> Fields = {{{F::Date, "date"},
                                                             {F::Model, "model"},
                                                             {F::UncachedInput, "uncached_input"},
                                                             {F::CacheCreation5m, "cache_creation_5m"},
                                                             {F::CacheCreation1h, "cache_creation_1h"},
                                                             {F::CacheCreation, "cache_creation"},
                                                             {F::CacheRead, "cache_read"},
                                                             {F::Output, "output"},
                                                             {F::Requests, "requests"},
                                                             {F::SuccessfulRequests, "successful_requests"},
                                                             {F::Cost, "cost"},
                                                             {F::PromptTokens, "prompt_tokens"},
                                                             {F::RequestId, "request_id"},
                                                             {F::Status, "status"},
                                                             {F::Provider, "provider"},
                                                             {F::OwnCacheHit, "own_cache_hit"}}};
constexpr std::array<Name<TrackingPreset>, 3> Presets = {
    {{TrackingPreset::Own, "own"}, {TrackingPreset::LiteLlm, "litellm"}, {TrackingPreset::Ccusage, "ccusage"}}};
constexpr std::array<Name<DateForm>, 4> DateForms = {{{DateForm::Auto, "auto"},
                                                      {DateForm::Iso, "iso"},
                                                      {DateForm::DayMonthYear, "dmy"},
                                                      {DateForm::MonthDayYear, "mdy"}}};
constexpr std::array<Name<PromptMeaning>, 3> Meanings = {{{PromptMeaning::AllInput, "all"},
                                                          {PromptMeaning::UncachedAndRead, "with-reads"},
                                                          {PromptMeaning::Uncached, "uncached"}}};
constexpr std::array<Name<char>, 5> Separators = {
    {{'\0', "auto"}, {',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "pipe"}}};

// LiteLLM's table LiteLLM_SpendLogs: its columns, and the usage that it keeps of the answer.
QStringList liteLlmColumns(F field) {
    const auto list = [](std::initializer_list<const char*> names) {
        QStringList columns;
        for (const char* name : names) columns << QString::fromLatin1(name);
        return columns;
    };
    switch (field) {
        case F::Date:
            return list({"startTime", "endTime"});
        case F::Model:
            return list({"model"});
        case F::CacheCreation5m:
            return list(
                {"metadata.usage_object.prompt_tokens_details.cache_creation_token_details."
                 "ephemeral_5m_input_tokens",
                 "metadata.usage_object.cache_creation.ephemeral_5m_input_tokens"});
        case F::CacheCreation1h:
            return list(
                {"metadata.usage_object.prompt_tokens_details.cache_creation_token_details."
                 "ephemeral_1h_input_tokens",
                 "metadata.usage_object.cache_creation.ephemeral_1h_input_tokens"});
        case F::CacheCreation:
            return list({"cache_creation_input_tokens", "metadata.usage_object.cache_creation_input_tokens",
                         "metadata.additional_usage_values.cache_creation_input_tokens"});
        case F::CacheRead:
            return list({"cache_read_input_tokens", "metadata.usage_object.cache_read_input_tokens",
                         "metadata.additional_usage_values.cache_read_input_tokens"});
        case F::Output:
            return list({"completion_tokens"});
        case F::Cost:
            return list({"spend"});
        case F::PromptTokens:
            return list({"prompt_tokens"});
        case F::RequestId:
            return list({"request_id"});
        case F::Status:
            return list({"status", "metadata.status"});
        case F::Provider:
            return list({"custom_llm_provider"});
        case F::OwnCacheHit:
            return list({"cache_hit"});
        case F::UncachedInput:
        case F::Requests:
        case F::SuccessfulRequests:
            break;
    }
    return {};
}

QString ccusageName(F field) {
    switch (field) {
        case F::Date:
            return QStringLiteral("date");
        case F::Model:
            return QStringLiteral("modelName");
        case F::UncachedInput:
            return QStringLiteral("inputTokens");
        case F::CacheCreation:
            return QStringLiteral("cacheCreationTokens");
        case F::CacheRead:
            return QStringLiteral("cacheReadTokens");
        case F::Output:
            return QStringLiteral("outputTokens");
        case F::Cost:
            return QStringLiteral("cost");
        default:
            return {};
    }
}

template <typename T, typename FromName>
Result<void> readName(const DefinitionFields& fields, const char* name, FromName fromName, T& value) {
    const auto text = fields.optionalText(QString::fromLatin1(name));
    if (!text) return failure(text.error());
    if (!*text) return {};
    const auto known = fromName(**text);
    if (!known) return fields.bad(tr("\"%1\" is \"%2\"").arg(QString::fromLatin1(name), **text));
    value = *known;
    return {};
}

Result<void> readBool(const DefinitionFields& fields, const char* name, bool& value) {
    const QJsonValue json = fields.value(QString::fromLatin1(name));
    if (json.isUndefined()) return {};
    if (!json.isBool()) return fields.bad(tr("\"%1\" is neither true nor false").arg(QString::fromLatin1(name)));
    value = json.toBool();
    return {};
}

/// Calls take(name, text) for each field of an object of texts; false from it is an error, too.
template <typename Take>
Result<void> readTexts(const DefinitionFields& fields, const char* name, Take take) {
    const QJsonValue json = fields.value(QString::fromLatin1(name));
    if (json.isUndefined()) return {};
    const QJsonObject texts = json.toObject();
    bool fine = json.isObject();
    for (auto at = texts.begin(); fine && at != texts.end(); ++at) {
        fine = at.value().isString() && take(at.key(), at.value().toString());
    }
    return fine ? Result<void>()
                : fields.bad(tr("\"%1\" holds something that is not known").arg(QString::fromLatin1(name)));
}

}  // namespace

QString trackingFieldName(TrackingField field) { return nameOf(Fields, field); }
std::optional<TrackingField> trackingFieldFromName(QStringView name) { return valueOf(Fields, name); }
QString presetName(TrackingPreset preset) { return nameOf(Presets, preset); }
std::optional<TrackingPreset> presetFromName(QStringView name) { return valueOf(Presets, name); }
bool hasEstimatedCosts(TrackingPreset preset) { return preset != TrackingPreset::Own; }
QString dateFormName(DateForm form) { return nameOf(DateForms, form); }
std::optional<DateForm> dateFormFromName(QStringView name) { return valueOf(DateForms, name); }
QString promptMeaningName(PromptMeaning meaning) { return nameOf(Meanings, meaning); }
std::optional<PromptMeaning> promptMeaningFromName(QStringView name) { return valueOf(Meanings, name); }
QString separatorName(char separator) { return nameOf(Separators, separator); }
std::optional<char> separatorFromName(QStringView name) { return valueOf(Separators, name); }

bool TrackingFormat::isRequestLog() const { return preset == TrackingPreset::LiteLlm; }

QStringList TrackingFormat::candidates(TrackingField field) const {
    if (const auto own = columns.find(field); own != columns.end()) return {own->second};
    switch (preset) {
        case TrackingPreset::Own:
            return field <= F::Cost ? QStringList{trackingFieldName(field)} : QStringList();
        case TrackingPreset::LiteLlm:
            return liteLlmColumns(field);
        case TrackingPreset::Ccusage: {
            const QString name = ccusageName(field);
            return name.isEmpty() ? QStringList() : QStringList{name};
        }
    }
    return {};
}

QByteArray toJson(const TrackingFormat& format) {
    QJsonObject columns;
    for (const auto& [field, column] : format.columns) columns.insert(trackingFieldName(field), column);
    QJsonObject aliases;
    for (const auto& [name, model] : format.aliases) aliases.insert(name, model);
    const QJsonObject root{{QStringLiteral("preset"), presetName(format.preset)},
                           {QStringLiteral("columns"), columns},
                           {QStringLiteral("aliases"), aliases},
                           {QStringLiteral("encoding"), encodingName(format.encoding)},
                           {QStringLiteral("separator"), separatorName(format.separator)},
                           {QStringLiteral("decimal_comma"), format.decimalComma},
                           {QStringLiteral("date_format"), dateFormName(format.dates)},
                           {QStringLiteral("prompt_tokens"), promptMeaningName(format.prompt)},
                           {QStringLiteral("add_up"), format.addUp}};
    return canonicalJson(root);
}

Result<TrackingFormat> trackingFormatFromJson(const QByteArray& json) {
    const auto fields = DefinitionFields::parse(
        json, tr("How this source is read"),
        {QStringLiteral("preset"), QStringLiteral("columns"), QStringLiteral("aliases"), QStringLiteral("encoding"),
         QStringLiteral("separator"), QStringLiteral("decimal_comma"), QStringLiteral("date_format"),
         QStringLiteral("prompt_tokens"), QStringLiteral("add_up")});
    if (!fields) return failure(fields.error());
    TrackingFormat format;
    const auto takeColumn = [&format](const QString& name, const QString& column) {
        const auto field = trackingFieldFromName(name);
        if (field) format.columns[*field] = column;
        return field.has_value();
    };
    const auto takeAlias = [&format](const QString& name, const QString& model) {
        format.aliases[name] = model;
        return true;
    };
    const Result<void> parts[] = {readName(*fields, "preset", presetFromName, format.preset),
                                  readName(*fields, "encoding", encodingFromName, format.encoding),
                                  readName(*fields, "separator", separatorFromName, format.separator),
                                  readName(*fields, "date_format", dateFormFromName, format.dates),
                                  readName(*fields, "prompt_tokens", promptMeaningFromName, format.prompt),
                                  readBool(*fields, "decimal_comma", format.decimalComma),
                                  readBool(*fields, "add_up", format.addUp),
                                  readTexts(*fields, "columns", takeColumn),
                                  readTexts(*fields, "aliases", takeAlias)};
    for (const Result<void>& part : parts) {
        if (!part) return failure(part.error());
    }
    return format;
}

}  // namespace tokenledger
