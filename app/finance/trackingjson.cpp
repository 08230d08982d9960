#include "app/finance/trackingjson.h"

#include "app/core/texts.h"

namespace tokenledger {

namespace {

namespace od = simdjson::ondemand;
using simdjson::error_code;

constexpr int NoRank = 99;
constexpr int MaxDepth = 8;  // of paths; what nests deeper is passed over anyway

PathNode& childOf(PathNode& node, const std::string& name) {
    for (PathNode& child : node.children) {
        if (child.name == name) return child;
    }
    node.children.push_back({name, {}, {}});
    return node.children.back();
}

std::string_view rawToken(od::value& value) {
    std::string_view token = value.raw_json_token();
    while (!token.empty() && std::string_view(" \t\r\n").find(token.back()) != std::string_view::npos) {
        token.remove_suffix(1);
    }
    return token;
}

QString broken(error_code error) {
    return tokenledger::tr("This is not sound JSON (%1).").arg(QString::fromLatin1(simdjson::error_message(error)));
}

}  // namespace

const PathNode* PathNode::find(std::string_view child) const {
    for (const PathNode& each : children) {
        if (each.name == child) return &each;
    }
    return nullptr;
}

PathNode pathsOf(const TrackingFormat& format) {
    PathNode root;
    for (std::size_t i = 0; i < TrackingFieldCount; ++i) {
        const auto field = static_cast<TrackingField>(i);
        int rank = 0;
        for (const QString& path : format.candidates(field)) {
            PathNode* node = &root;
            for (const QString& part : path.split(u'.')) node = &childOf(*node, part.toStdString());
            node->leaves.push_back({field, rank});
            if (path.contains(u'.')) childOf(root, path.toStdString()).leaves.push_back({field, rank});
            ++rank;
        }
    }
    return root;
}

void CellFinder::begin(TrackingLine& line) {
    m_line = &line;
    line.cells.fill({});
    m_rank.fill(NoRank);
    m_usedTexts = 0;
    m_depth = 0;
}

void CellFinder::take(const PathNode& node, const TrackingCell& cell) {
    for (const PathNode::Leaf& leaf : node.leaves) {
        const auto index = static_cast<std::size_t>(leaf.field);
        m_seen[index] |= std::uint64_t{1} << static_cast<unsigned>(leaf.rank);
        TrackingCell& known = m_line->cells[index];
        if (known.kind == TrackingCell::Kind::Absent) known.kind = TrackingCell::Kind::Null;
        if (cell.isEmpty() || leaf.rank >= m_rank[index]) continue;
        known = cell;
        m_rank[index] = leaf.rank;
    }
}

bool CellFinder::wasSeen(TrackingField field, int rank) const {
    return (m_seen[static_cast<std::size_t>(field)] >> static_cast<unsigned>(rank) & 1U) != 0;
}

CellFinder::Text& CellFinder::nextText() {
    if (m_usedTexts == m_texts.size()) m_texts.emplace_back();
    return m_texts[m_usedTexts++];
}

std::optional<QString> CellFinder::takeObject(const PathNode& node, std::string_view json, std::size_t capacity) {
    Text& text = nextText();
    if (capacity < json.size() + simdjson::SIMDJSON_PADDING) {
        text.bytes.assign(json);
        text.bytes.resize(json.size() + simdjson::SIMDJSON_PADDING);
        json = std::string_view(text.bytes).substr(0, json.size());
        capacity = text.bytes.size();
    }
    od::document document;
    od::object object;
    error_code error = text.parser.iterate(json.data(), json.size(), capacity).get(document);
    if (!error) error = document.get_object().get(object);
    if (error == simdjson::INCORRECT_TYPE) return tokenledger::tr("This is not a JSON object.");
    if (error) return broken(error);
    if (auto trouble = takeObject(node, object)) return trouble;
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) {
        return tokenledger::tr("Something follows the JSON object of this line.");
    }
    return std::nullopt;
}

std::optional<QString> CellFinder::takeObject(const PathNode& node, od::object object) {
    ++m_depth;
    std::uint64_t seen = 0;  // children; a name that comes twice says two things
    for (auto entry : object) {
        od::field field;
        if (const error_code error = std::move(entry).get(field)) return broken(error);
        std::string_view key;
        if (const error_code error = field.unescaped_key().get(key)) return broken(error);
        const PathNode* child = node.find(key);
        if (child == nullptr) {
            if (m_depth == 1 && m_unusedLimit > 0) {
                const QString name = shown(key);
                if (!m_unused.contains(name)) {
                    m_unused << name;
                    --m_unusedLimit;
                }
            }
            continue;
        }
        const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(child - node.children.data());
        if ((seen & bit) != 0) return tokenledger::tr("The field \"%1\" is there twice.").arg(shown(key));
        seen |= bit;
        if (auto trouble = takeValue(*child, field.value())) return trouble;
    }
    --m_depth;
    return std::nullopt;
}

std::optional<QString> CellFinder::takeValue(const PathNode& node, od::value value) {
    using Kind = TrackingCell::Kind;
    od::json_type type = od::json_type::null;
    if (const error_code error = value.type().get(type)) return broken(error);
    switch (type) {
        case od::json_type::object: {
            if (!node.leaves.empty()) take(node, {Kind::Other, {}});
            od::object object;
            if (const error_code error = value.get_object().get(object)) return broken(error);
            return node.children.empty() || m_depth > MaxDepth ? std::nullopt : takeObject(node, object);
        }
        case od::json_type::string: {
            std::string_view text;
            if (const error_code error = value.get_string().get(text)) return broken(error);
            take(node, {text.empty() ? Kind::Null : Kind::Text, text});
            if (node.children.empty() || text.empty() || m_depth > MaxDepth) return std::nullopt;
            return takeObject(node, text, 0);  // JSON written into a text, as databases export it
        }
        case od::json_type::number: {
            const std::string_view token = rawToken(value);
            double unused = 0;
            if (value.get_double().get(unused)) return tokenledger::tr("\"%1\" is not a number.").arg(shown(token));
            take(node, {Kind::Number, token});
            return std::nullopt;
        }
        case od::json_type::null: {
            bool null = false;
            if (const error_code error = value.is_null().get(null)) return broken(error);
            if (!null) return broken(simdjson::N_ATOM_ERROR);
            take(node, {Kind::Null, {}});
            return std::nullopt;
        }
        case od::json_type::boolean: {
            bool is = false;
            if (const error_code error = value.get_bool().get(is)) return broken(error);
            take(node, {Kind::Other, is ? "true" : "false"});
            return std::nullopt;
        }
        case od::json_type::array:
            take(node, {Kind::Other, {}});
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace tokenledger
