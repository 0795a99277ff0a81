"""What departments are usually called, in several languages; lower case, as titles are compared."""

from typing import Final

_ENGLISH: Final = frozenset(
    {
        "accounting",
        "accounts receivable",
        "back office",
        "billing",
        "call center",
        "call centre",
        "compliance",
        "contact center",
        "contact centre",
        "controlling",
        "customer care",
        "customer relations",
        "customer service",
        "customer success",
        "customer support",
        "engineering",
        "finance",
        "front office",
        "hr",
        "human resources",
        "information technology",
        "it",
        "it department",
        "legal",
        "logistics",
        "marketing",
        "operations",
        "procurement",
        "product management",
        "public relations",
        "quality assurance",
        "r&d",
        "research and development",
        "sales",
        "support",
        "tech support",
        "technical support",
        "warehouse",
        "warehousing",
    }
)
_GERMAN: Final = frozenset(
    {
        "aussendienst",
        "außendienst",
        "buchhaltung",
        "edv",
        "finanzen",
        "it-abteilung",
        "kundenbetreuung",
        "kundendienst",
        "kundenservice",
        "lager",
        "logistik",
        "personalabteilung",
        "rechnungswesen",
        "rechtsabteilung",
        "technischer support",
        "verkauf",
        "vertrieb",
        "öffentlichkeitsarbeit",
    }
)
_FRENCH: Final = frozenset(
    {
        "assistance technique",
        "centre d'appels",
        "comptabilité",
        "entrepôt",
        "facturation",
        "finances",
        "informatique",
        "juridique",
        "logistique",
        "relation client",
        "ressources humaines",
        "rh",
        "service client",
        "service clients",
        "service commercial",
        "service juridique",
        "ventes",
    }
)
_PORTUGUESE: Final = frozenset(
    {
        "apoio ao cliente",
        "atendimento ao cliente",
        "cobrança",
        "comercial",
        "contabilidade",
        "faturamento",
        "faturação",
        "financeiro",
        "jurídico",
        "logística",
        "operações",
        "recursos humanos",
        "relações públicas",
        "serviço ao cliente",
        "suporte",
        "suporte técnico",
        "tecnologia da informação",
        "ti",
        "vendas",
    }
)
_SPANISH: Final = frozenset(
    {
        "almacén",
        "atención al cliente",
        "contabilidad",
        "facturación",
        "finanzas",
        "informática",
        "operaciones",
        "relaciones públicas",
        "servicio al cliente",
        "soporte",
        "soporte técnico",
        "ventas",
    }
)

DEPARTMENTS: Final = _ENGLISH | _GERMAN | _FRENCH | _PORTUGUESE | _SPANISH
