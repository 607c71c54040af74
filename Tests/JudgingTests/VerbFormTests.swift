import Judging
import SourceText
import Testing

/// Tenses that a French ending tells.
@Suite struct VerbFormTests {
  @Test(arguments: [
    "formera", "financeront", "établirons", "mettra", "permettra", "prendra", "devra", "recevra",
    "viendront", "pourra", "enverra", "conclura", "saura", "convaincra", "interrompra", "connaîtra",
    "finira", "garantiront", "servira", "suivra", "écrira", "croira", "continuera", "opérera",
    "assurera", "montrera", "offrira", "soutiendra", "sera", "fera", "iront", "feront", "aurons",
    "promouvra", "courra", "verra", "acquerra", "ouvrira",
  ])
  func `a future has its infinitive before the ending`(word: String) {
    #expect(VerbForm.of(Array(word.utf8), .french) == .future)
  }

  @Test(arguments: [
    "intégra", "montra", "assura", "élabora", "prépara", "considéra", "concentra", "enregistra",
    "consacra", "livra", "encadra", "tira", "assurons", "élaborons", "intégrons", "montrons",
    "préparons", "opérons", "opéra", "caméra", "patrons", "environs", "front", "sahara", "délai",
    "œuvrons", "démarrons", "manœuvra", "resserrons", "rouvrons", "sierra", "déchira",
  ])
  func `a past or a present of a verb in -rer is no future`(word: String) {
    #expect(VerbForm.of(Array(word.utf8), .french) != .future)
  }

  @Test(arguments: ["formerait", "financeraient", "permettrait", "devrait", "pourraient"])
  func `a conditional has its infinitive too`(word: String) {
    #expect(VerbForm.of(Array(word.utf8), .french) == .conditional)
  }

  @Test(arguments: [
    "montrait", "assurait", "livraient", "intégrait", "offrait", "lancèrent", "œuvrait",
    "démarrait",
  ])
  func `an imperfect of a verb in -rer is none`(word: String) {
    #expect(VerbForm.of(Array(word.utf8), .french) == .imperfect)
  }
}
