#include "app/sample/sampleorganization.h"

#include "app/sample/samplerandom.h"

namespace tokenledger::sample {

namespace {

UtcDay on(int year, int month, int day) { return UtcDay::fromDate(year, month, day); }

const UtcDay Founding = on(2024, 10, 1);
const UtcDay Forever = on(2199, 12, 31);

enum Place { Product, HelpDesk, Pipelines, Research, Internal };

std::vector<SampleWorkspace> makeWorkspaces() {
    std::vector<SampleWorkspace> list = {
        {{}, "Product", on(2024, 10, 1)},       {{}, "Help desk", on(2024, 10, 14)},
        {{}, "Data pipelines", on(2025, 2, 3)}, {{}, "Research lab", on(2025, 3, 17)},
        {{}, "Internal tools", on(2025, 5, 5)},
    };
    for (std::size_t i = 0; i < list.size(); ++i) list[i].id = idOf("wrkspc", static_cast<int>(i));
    return list;
}

std::vector<SampleKey> makeKeys() {
    std::vector<SampleKey> list = {
        {{}, "product-api", Product, "active", on(2024, 10, 1)},
        {{}, "product-api-eu", Product, "active", on(2025, 1, 20)},
        {{}, "product-search", Product, "active", on(2025, 2, 11)},
        {{}, "product-agent", Product, "active", on(2025, 6, 2)},
        {{}, "product-batch", Product, "active", on(2025, 4, 7)},
        {{}, "product-staging", Product, "active", on(2024, 10, 1)},
        {{}, "product-legacy", Product, "active", on(2024, 10, 1)},
        {{}, "product-loadtest", Product, "inactive", on(2025, 9, 8)},
        {{}, "helpdesk-bot", HelpDesk, "active", on(2024, 10, 14)},
        {{}, "helpdesk-triage", HelpDesk, "active", on(2025, 3, 3)},
        {{}, "helpdesk-summaries", HelpDesk, "active", on(2025, 5, 12)},
        {{}, "helpdesk-voice", HelpDesk, "active", on(2026, 2, 2)},
        {{}, "reporting", HelpDesk, "active", on(2025, 7, 1)},
        {{}, "helpdesk-trial", HelpDesk, "active", on(2026, 1, 12)},
        {{}, "extract-nightly", Pipelines, "active", on(2025, 2, 3)},
        {{}, "classify", Pipelines, "active", on(2025, 2, 3)},
        {{}, "enrich", Pipelines, "active", on(2025, 6, 16)},
        {{}, "backfill", Pipelines, "active", on(2025, 3, 24)},
        {{}, "reporting", Pipelines, "active", on(2025, 8, 18)},
        {{}, "pipelines-dev", Pipelines, "active", on(2025, 2, 3)},
        {{}, "long-context", Research, "active", on(2025, 3, 17)},
        {{}, "evals", Research, "active", on(2025, 3, 17)},
        {{}, "notebooks", Research, "active", on(2025, 4, 22)},
        {{}, "research-2025", Research, "active", on(2025, 3, 17)},
        {{}, "claude-code", Internal, "active", on(2025, 5, 5)},
        {{}, "code-review", Internal, "active", on(2025, 9, 1)},
        {{}, "invoices", Internal, "active", on(2025, 10, 6)},
        {{}, "translate", Internal, "active", on(2025, 5, 19)},
        {{}, CodingBot, DefaultWorkspace, "active", on(2025, 1, 7)},
        {{}, "shared-dev", DefaultWorkspace, "active", on(2024, 10, 1)},
    };
    for (std::size_t i = 0; i < list.size(); ++i) list[i].id = idOf("apikey", static_cast<int>(i));
    return list;
}

// clang-format off
std::vector<Workload> makeWorkloads() {
    const auto None = CacheHabit::None;
    const auto RollOut = CacheHabit::RollOut;
    const auto OneHour = CacheHabit::OneHour;
    const auto Steady = CacheHabit::Steady;
    // key, workspace, first, last, input, {Opus, Sonnet, Haiku, Fable}, batch, priority, long, output, cache, weekend
    return {
        {0,  Product,   on(2024, 10, 1),  Forever,          430'000, {110, 760, 130, 0},  0,   0,   8,  26, RollOut, 330, true,  false},
        {1,  Product,   on(2025, 1, 20),  Forever,          210'000, {90, 790, 120, 0},   0,   0,   6,  25, RollOut, 350, false, false},
        {2,  Product,   on(2025, 2, 11),  Forever,          190'000, {0, 160, 840, 0},    0,   0,   0,  18, RollOut, 340, true,  false},
        {3,  Product,   on(2025, 6, 2),   Forever,          200'000, {690, 260, 0, 50},   0,   0,   20, 24, RollOut, 210, true,  false},
        {4,  Product,   on(2025, 4, 7),   Forever,           20'000, {80, 620, 300, 0},   940, 0,   0,  70, None,    420, false, false},
        {5,  Product,   on(2024, 10, 1),  Forever,            9'000, {150, 600, 230, 20}, 60,  0,   30, 40, RollOut, 60,  false, false},
        {6,  Product,   on(2024, 10, 1),  on(2026, 6, 30),   70'000, {120, 700, 180, 0},  0,   0,   0,  30, RollOut, 300, false, false},
        {8,  HelpDesk,  on(2024, 10, 14), Forever,          400'000, {20, 700, 280, 0},   0,   0,   4,  20, RollOut, 400, true,  false},
        {9,  HelpDesk,  on(2025, 3, 3),   Forever,          170'000, {0, 60, 940, 0},     0,   0,   0,  14, RollOut, 410, false, false},
        {10, HelpDesk,  on(2025, 5, 12),  Forever,           24'000, {0, 340, 660, 0},    900, 0,   0,  60, None,    500, false, false},
        {11, HelpDesk,  on(2026, 2, 2),   Forever,           36'000, {0, 900, 100, 0},    0,   720, 0,  30, RollOut, 380, false, false},
        {12, HelpDesk,  on(2025, 7, 1),   Forever,            6'000, {120, 680, 200, 0},  120, 0,   40, 55, None,    40,  false, false},
        {13, HelpDesk,  on(2026, 1, 12),  on(2026, 4, 11),   12'000, {0, 400, 600, 0},    0,   0,   0,  30, None,    200, false, false},
        {14, Pipelines, on(2025, 2, 3),   Forever,           38'000, {60, 500, 440, 0},   960, 0,   0,  80, None,    950, false, false},
        {15, Pipelines, on(2025, 2, 3),   Forever,           46'000, {0, 210, 790, 0},    180, 0,   0,  30, None,    700, false, false},
        {16, Pipelines, on(2025, 6, 16),  Forever,           20'000, {740, 240, 0, 20},   0,   0,   90, 62, OneHour, 450, false, false},
        {17, Pipelines, on(2025, 3, 24),  Forever,            6'500, {720, 280, 0, 0},    0,   0,   30, 70, OneHour, 500, false, true},
        {18, Pipelines, on(2025, 8, 18),  Forever,            5'000, {200, 640, 160, 0},  160, 0,   60, 60, OneHour, 70,  false, false},
        {19, Pipelines, on(2025, 2, 3),   Forever,            4'500, {240, 500, 240, 20}, 80,  0,   20, 55, OneHour, 50,  false, false},
        {20, Research,  on(2025, 3, 17),  Forever,           42'000, {640, 240, 0, 120},  0,   0,   610, 22, RollOut, 160, true, false},
        {21, Research,  on(2025, 3, 17),  Forever,           14'000, {330, 330, 260, 80}, 780, 0,   60, 65, None,    300, false, false},
        {22, Research,  on(2025, 4, 22),  Forever,           15'000, {500, 240, 40, 220}, 0,   0,   90, 42, RollOut, 180, true,  false},
        {23, Research,  on(2025, 3, 17),  on(2026, 3, 13),   16'000, {560, 400, 40, 0},   120, 0,   80, 46, RollOut, 150, false, false},
        {24, Internal,  on(2025, 5, 5),   Forever,           92'000, {420, 540, 30, 10},  0,   0,   25, 14, Steady,  90,  true,  false},
        {25, Internal,  on(2025, 9, 1),   Forever,           24'000, {260, 640, 90, 10},  0,   0,   30, 24, RollOut, 50,  false, false},
        {26, Internal,  on(2025, 10, 6),  Forever,            7'000, {40, 560, 400, 0},   300, 0,   20, 60, None,    80,  false, false},
        {27, Internal,  on(2025, 5, 19),  Forever,            9'000, {0, 420, 580, 0},    200, 0,   0,  300, None,   120, false, false},
        {28, DefaultWorkspace, on(2025, 1, 7), Forever,      12'000, {160, 720, 120, 0},  0,   0,   0,  22, Steady,  640, false, false},
        {Console, Product,  on(2024, 10, 1), Forever,         1'800, {340, 480, 130, 50}, 0,   0,   40, 90, None,    30,  true,  false},
        {Console, Research, on(2025, 3, 17), Forever,         2'600, {430, 340, 60, 170}, 0,   0,   90, 95, None,    90,  true,  false},
        {Console, DefaultWorkspace, on(2024, 10, 1), Forever, 1'200, {300, 520, 150, 30}, 0,   0,   30, 100, None,   40,  true,  false},
    };
}
// clang-format on

constexpr std::array<const char*, TerminalCount> Terminals = {"vscode", "iTerm.app", "tmux", "JetBrains"};

struct KeyChange {
    int key;
    UtcDay day;
    const char* status;
};
const std::array<KeyChange, 5> KeyChanges = {{{23, on(2026, 3, 14), "archived"},
                                              {13, on(2026, 4, 12), "expired"},
                                              {6, on(2026, 7, 1), "archived"},
                                              {29, on(2026, 11, 25), "inactive"},
                                              {7, on(2026, 12, 1), "archived"}}};

}  // namespace

QByteArray idOf(const char* prefix, int index) {
    static constexpr char Letters[] = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    QByteArray id = QByteArray(prefix) + "_01";
    for (int i = 0; i < 20; ++i) {
        id += Letters[chance(UtcDay(), index, Topic::Identity, i + prefix[0] * 64) % (sizeof(Letters) - 1)];
    }
    return id;
}

const char* keyStatusOn(int apiKey, UtcDay day) {
    const char* status = apiKeys()[static_cast<std::size_t>(apiKey)].status;
    for (const KeyChange& change : KeyChanges) {
        if (change.key == apiKey && day >= change.day) status = change.status;
    }
    return status;
}

UtcDay foundingDay() { return Founding; }

const std::vector<SampleWorkspace>& workspaces() {
    static const std::vector<SampleWorkspace> list = makeWorkspaces();
    return list;
}

const std::vector<SampleKey>& apiKeys() {
    static const std::vector<SampleKey> list = makeKeys();
    return list;
}

const std::vector<Workload>& workloads() {
    static const std::vector<Workload> list = makeWorkloads();
    return list;
}

const std::vector<Person>& people() {
    static const std::vector<Person> list = {
        {"ada.brandt@fenmarch.example", 6, 0, false},     {"ben.okoro@fenmarch.example", 5, 0, false},
        {"carla.neves@fenmarch.example", 4, 1, false},    {"dmitri.volkov@fenmarch.example", 5, 2, false},
        {"elin.sund@fenmarch.example", 3, 0, false},      {"farid.aziz@fenmarch.example", 4, 3, false},
        {"grace.lim@fenmarch.example", 5, 0, false},      {"hugo.marchand@fenmarch.example", 3, 1, false},
        {"ines.duarte@fenmarch.example", 2, 0, false},    {"jonas.keller@fenmarch.example", 4, 2, false},
        {"kavya.rao@fenmarch.example", 5, 0, false},      {"liam.byrne@fenmarch.example", 2, 3, false},
        {"mei.sato@fenmarch.example", 4, 0, false},       {"nadia.haddad@fenmarch.example", 3, 1, false},
        {"oskar.lind@fenmarch.example", 3, 2, false},     {"priya.menon@fenmarch.example", 4, 0, false},
        {"quentin.roy@fenmarch.example", 2, 0, false},    {"rosa.vidal@fenmarch.example", 3, 1, false},
        {"samuel.adeyemi@fenmarch.example", 4, 0, false}, {"tara.fischer@fenmarch.example", 2, 3, false},
        {"umar.siddiq@fenmarch.example", 3, 0, false},    {"vera.novotna@fenmarch.example", 2, 2, false},
        {"wim.jansen@fenmarch.example", 3, 0, false},     {"xenia.popov@fenmarch.example", 2, 1, false},
        {"yusuf.demir@fenmarch.example", 3, 0, false},    {"zoe.laurent@fenmarch.example", 2, 0, false},
        {"aron.weiss@fenmarch.example", 2, 2, false},     {"bea.castillo@fenmarch.example", 2, 0, false},
        {"cyril.dupont@fenmarch.example", 1, 3, false},   {"dana.hoffman@fenmarch.example", 1, 0, true},
        {"emil.larsen@fenmarch.example", 2, 0, false},    {"fay.morrison@fenmarch.example", 1, 1, false},
        {"goran.petrov@fenmarch.example", 1, 0, false},   {"hana.kimura@fenmarch.example", 1, 2, true},
        {"ivo.bianchi@fenmarch.example", 1, 0, false},    {"jill.osei@fenmarch.example", 1, 0, false},
        {"karl.engel@fenmarch.example", 1, 3, true},      {"lena.holm@fenmarch.example", 1, 0, false},
        {"milan.horvat@fenmarch.example", 0, 0, false},   {"nora.quist@fenmarch.example", 0, 0, false},
    };
    return list;
}

const char* terminalName(int terminal) { return Terminals.at(static_cast<std::size_t>(terminal)); }

bool isDayOff(UtcDay day) {
    if (day.weekday() >= 5) return true;
    const QDate date = day.toDate();
    const int code = date.month() * 100 + date.day();
    return code == 101 || code == 501 || code == 704 || (code >= 1224 && code <= 1226) || code == 1231;
}

std::int64_t season(UtcDay day) {
    static constexpr std::array<std::int64_t, 5> Weekdays = {960, 1030, 1040, 1000, 920};
    const QDate date = day.toDate();
    const int code = date.month() * 100 + date.day();
    const std::int64_t vacation = code >= 1221 || code <= 104 ? 560 : code >= 727 && code <= 816 ? 860 : 1000;
    const std::int64_t weekday = day.weekday() < 5 ? Weekdays.at(static_cast<std::size_t>(day.weekday())) : 1000;
    return share(vacation, weekday);
}

}  // namespace tokenledger::sample
