#include "blocks/language.h"

namespace canter::ui {
namespace {

using Delimiters = Language::Delimiters;

QSet<QString> words(const char* text) {
  const QStringList list = QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
  return {list.begin(), list.end()};
}

QStringList list(const char* text) {
  return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

Delimiters pair(const char* open, const char* close, bool spans_lines = false,
                bool escapes = true) {
  return {QString::fromLatin1(open), QString::fromLatin1(close), spans_lines, escapes};
}

const Delimiters kBlockComment = pair("/*", "*/", true, false);
const Delimiters kDouble = pair("\"", "\"");
const Delimiters kSingle = pair("'", "'");
const Delimiters kBackQuotes = pair("`", "`", true);

/// Braces, `//` and `/* */`.
Language braces(const char* names, const char* keywords, const char* types,
                std::vector<Delimiters> texts) {
  return {.names = list(names),
          .keywords = words(keywords),
          .types = words(types),
          .line_comments = {QStringLiteral("//")},
          .comments = {kBlockComment},
          .texts = std::move(texts)};
}

/// `#` to the line's end.
Language hashes(const char* names, const char* keywords, const char* types,
                std::vector<Delimiters> texts) {
  return {.names = list(names),
          .keywords = words(keywords),
          .types = words(types),
          .line_comments = {QStringLiteral("#")},
          .texts = std::move(texts)};
}

std::vector<Language> make_languages() {
  std::vector<Language> all;
  all.push_back(braces(
      "c cpp c++ cc cxx h hpp cuda objc",
      "alignas alignof asm auto break case catch class co_await co_return co_yield concept const "
      "consteval constexpr constinit const_cast continue decltype default delete do dynamic_cast "
      "else enum explicit export extern final for friend goto if import inline module mutable "
      "namespace new noexcept operator override private protected public register "
      "reinterpret_cast requires return sizeof static static_assert static_cast struct switch "
      "template this thread_local throw try typedef typename union using virtual volatile while "
      "#include #define #ifdef #ifndef #endif #if #else #elif #pragma #undef",
      "bool char char8_t char16_t char32_t double float int long short signed unsigned void "
      "wchar_t size_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t string "
      "vector map std true false nullptr NULL",
      {kDouble, kSingle}));
  all.push_back(hashes(
      "python py python3",
      "and as assert async await break case class continue def del elif else except finally for "
      "from global if import in is lambda match nonlocal not or pass raise return try while with "
      "yield",
      "bool bytes dict float int list object set str tuple True False None self print len range "
      "open super type enumerate zip map filter sum min max sorted isinstance",
      {pair("\"\"\"", "\"\"\"", true), pair("'''", "'''", true), kDouble, kSingle}));
  all.push_back(braces(
      "javascript js jsx typescript ts tsx mjs node",
      "abstract any as async await break case catch class const continue debugger declare default "
      "delete do else enum export extends finally for from function get if implements import in "
      "instanceof interface is keyof let namespace new of private protected public readonly "
      "return set static super switch this throw try type typeof var void while with yield",
      "Array Boolean Date Error Map Math Number Object Promise RegExp Set String boolean console "
      "document never number string undefined unknown window true false null NaN",
      {kDouble, kSingle, kBackQuotes}));
  all.push_back(braces(
      "java",
      "abstract assert break case catch class const continue default do else enum extends final "
      "finally for if implements import instanceof interface native new package private protected "
      "public record return sealed static strictfp super switch synchronized this throw throws "
      "transient try var volatile while yield",
      "boolean byte char double float int long short void String Integer Object List Map true "
      "false null",
      {pair("\"\"\"", "\"\"\"", true), kDouble, kSingle}));
  all.push_back(braces(
      "csharp cs c#",
      "abstract as async await base break case catch checked class const continue default delegate "
      "do else enum event explicit extern finally fixed for foreach get goto if implicit in init "
      "interface internal is lock namespace new operator out override params private protected "
      "public readonly record ref return sealed set sizeof static struct switch this throw try "
      "typeof unchecked unsafe using value var virtual volatile when where while yield",
      "bool byte char decimal double dynamic float int long object sbyte short string uint ulong "
      "ushort void true false null",
      {kDouble, kSingle}));
  all.push_back(braces(
      "go golang",
      "break case chan const continue default defer else fallthrough for func go goto if import "
      "interface map package range return select struct switch type var",
      "bool byte complex128 complex64 error float32 float64 int int16 int32 int64 int8 rune string "
      "uint uint16 uint32 uint64 uint8 uintptr true false nil append cap close copy delete len "
      "make new panic print println recover",
      {kDouble, kSingle, pair("`", "`", true, false)}));
  all.push_back(braces(
      "rust rs",
      "as async await break const continue crate dyn else enum extern fn for if impl in let loop "
      "match mod move mut pub ref return self static struct super trait type unsafe use where "
      "while",
      "Box Option Result Self String Vec bool char f32 f64 i128 i16 i32 i64 i8 isize str u128 u16 "
      "u32 u64 u8 usize true false Some None Ok Err",
      {kDouble}));
  all.push_back(braces(
      "kotlin kt swift scala dart",
      "actor as associatedtype async await break by case catch class companion const constructor "
      "continue data default defer deinit do else enum extension fallthrough false final finally "
      "for fileprivate func fun get guard if import in init inline inout interface internal is "
      "lateinit let mutating object open operator out override package private protected protocol "
      "public repeat return sealed self set static struct subscript super suspend switch this "
      "throw throws trait try typealias val var vararg when where while with yield",
      "Any Array Bool Boolean Byte Char Double Float Int List Long Map Short String Unit Void true "
      "nil null",
      {pair("\"\"\"", "\"\"\"", true), kDouble}));
  all.push_back(hashes(
      "ruby rb",
      "BEGIN END alias and begin break case class def defined do else elsif end ensure for if in "
      "module next not or redo rescue retry return self super then undef unless until when while "
      "yield require attr_accessor attr_reader",
      "Array Hash Integer String Symbol true false nil puts print", {kDouble, kSingle}));
  all.push_back(braces(
      "php",
      "abstract and array as break callable case catch class clone const continue declare default "
      "do echo else elseif empty enum extends final finally fn for foreach function global goto if "
      "implements include instanceof interface isset list match namespace new or print private "
      "protected public readonly require return static switch throw trait try unset use var while "
      "xor yield",
      "bool float int string void mixed true false null", {kDouble, kSingle}));
  all.push_back(hashes(
      "bash sh shell zsh console fish dockerfile makefile make",
      "alias case do done elif else esac exit export fi for function if in local read return set "
      "shift source then trap unset until while FROM RUN CMD COPY ADD ENV WORKDIR EXPOSE "
      "ENTRYPOINT ARG",
      "apt awk cat cd chmod cp curl docker echo find git grep ls make mkdir mv npm pip printf "
      "python rm sed ssh sudo tar test wget",
      {kDouble, pair("'", "'", true, false)}));
  Language sql = braces(
      "sql sqlite mysql postgresql postgres plsql",
      "add all alter and as asc begin between by case check column commit constraint create cross "
      "default delete desc distinct drop else end exists foreign from full group having in index "
      "inner insert into is join key left like limit not null offset on or order outer primary "
      "references returning right rollback select set table then trigger union unique update using "
      "values view when where with",
      "bigint blob boolean char date decimal float int integer numeric real serial text timestamp "
      "varchar avg coalesce count max min sum now",
      {kSingle, kDouble});
  sql.line_comments = {QStringLiteral("--")};
  sql.any_case = true;
  all.push_back(std::move(sql));
  all.push_back({.names = list("json json5 jsonc"),
                 .types = words("true false null"),
                 .line_comments = {QStringLiteral("//")},
                 .texts = {kDouble}});
  all.push_back(hashes("yaml yml toml ini conf properties env", "", "true false null yes no on off",
                       {kDouble, kSingle}));
  all.push_back({.names = list("html xml svg xhtml vue"),
                 .comments = {pair("<!--", "-->", true, false)},
                 .texts = {kDouble, kSingle},
                 .tags = true});
  all.push_back(braces("css scss less", "@media @import @keyframes @font-face important",
                       "auto block flex grid inherit inline none relative absolute fixed",
                       {kDouble, kSingle}));
  all.push_back(hashes(
      "cmake",
      "add_executable add_library add_subdirectory cmake_minimum_required else elseif endforeach "
      "endfunction endif find_package foreach function if include install message option project "
      "set target_compile_definitions target_include_directories target_link_libraries",
      "PUBLIC PRIVATE INTERFACE REQUIRED STATIC SHARED VERSION ON OFF", {kDouble}));
  Language lua = hashes(
      "lua",
      "and break do else elseif end for function goto if in local not or repeat return then until "
      "while",
      "true false nil print pairs ipairs", {kDouble, kSingle, pair("[[", "]]", true, false)});
  lua.line_comments = {QStringLiteral("--")};
  lua.comments = {pair("--[[", "]]", true, false)};
  all.push_back(std::move(lua));
  all.push_back(hashes("r", "break else for function if in next repeat return while library",
                       "TRUE FALSE NULL NA Inf NaN c data.frame", {kDouble, kSingle}));
  all.push_back(braces("qml",
                       "alias as component default enum function if else import on pragma property "
                       "readonly required return signal var let const for while",
                       "bool color date double font int list point real rect size string url true "
                       "false null",
                       {kDouble, kSingle}));
  all.push_back({.names = list("diff patch"), .patch = true});
  return all;
}

}  // namespace

const std::vector<Language>& languages() {
  static const std::vector<Language> all = make_languages();
  return all;
}

}  // namespace canter::ui
